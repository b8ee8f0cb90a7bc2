import { CodeBlock } from "@/components/ui/code-block";
import type { Setup } from "@/lib/api/schemas/setup";

/** The platform's test call as a shell command: it helps to tell a network problem from a wrong token. */
export function TestByHand({ setup: { webhookUrl, tokens } }: { setup: Setup }) {
  const token = tokens.find((one) => one.token !== null)?.token ?? "YOUR_TOKEN";
  return (
    <section aria-labelledby="by-hand" className="border-t border-line pt-8">
      <h2 id="by-hand" className="text-base font-semibold">
        Test it by hand
      </h2>
      <p className="mt-1 mb-3 text-sm text-muted">
        Sends the platform’s test call. The response is <code className="font-mono text-xs">200</code> with the same
        token. The copied command contains the token.
      </p>
      <CodeBlock label="curl command" code={curlLine(webhookUrl, token)} wrap>
        {curlLine(webhookUrl, token === "YOUR_TOKEN" ? token : "••••••••")}
      </CodeBlock>
    </section>
  );
}

function curlLine(url: string, token: string): string {
  const body = JSON.stringify({ token });
  return `curl -i ${quote(url)} -H 'Content-Type: application/json' -d ${quote(body)}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
