import type { Setup } from "@/lib/api/schemas/setup";
import { CopyField } from "./copy-field";
import { ReachabilityHint } from "./reachability-hint";
import { Step } from "./step";
import { TokenField } from "./token-field";

/** The steps on the platform, in its own terms (docs/support-hunt/webhook.md §1). */
export function RegistrationSteps({ setup: { webhookUrl, tokens } }: { setup: Setup }) {
  return (
    <section aria-labelledby="register">
      <h2 id="register" className="text-base font-semibold">
        Register it in the platform
      </h2>
      <ol className="mt-4 flex flex-col gap-6">
        <Step number={1} title="Enable Events">
          <p className="text-sm text-muted">
            In the platform’s webhook settings (Enterprise plan). One subscription serves all bots of the account.
          </p>
        </Step>
        <Step number={2} title="Enter the endpoint URL and the token">
          <div className="mt-2 flex flex-col gap-3">
            <CopyField name="Endpoint URL" value={webhookUrl} />
            <ReachabilityHint webhookUrl={webhookUrl} />
            {tokens.length > 0 ? (
              tokens.map((token) => <TokenField key={token.id} token={token} isOnly={tokens.length === 1} />)
            ) : (
              <p className="text-sm text-warning">No token is configured: every delivery is refused.</p>
            )}
          </div>
        </Step>
        <Step number={3} title="Select the events to send">
          <p className="text-sm text-muted">
            Select all. Events you don’t select can’t be shown, and can’t be fetched later.
          </p>
        </Step>
        <Step number={4} title="Save">
          <p className="text-sm text-muted">
            The platform makes a test call with the token and expects the same token back with 200 OK. Playhead answers
            it, and the status at the top shows that the call arrived.
          </p>
        </Step>
      </ol>
    </section>
  );
}
