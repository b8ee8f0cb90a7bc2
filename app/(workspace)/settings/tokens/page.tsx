import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { ApiTokenList } from "@/components/settings/api-token-list";
import { NewApiTokenForm } from "@/components/settings/new-api-token-form";
import { NewWebhookTokenForm } from "@/components/settings/new-webhook-token-form";
import { SettingsSection } from "@/components/settings/settings-section";
import { WebhookTokenList } from "@/components/settings/webhook-token-list";
import { can } from "@/lib/access/permissions";
import { isEverything } from "@/lib/access/scope";
import { listApiTokens } from "@/lib/auth/api-tokens";
import { listWebhookTokens } from "@/lib/auth/webhook-tokens";
import { scopeOptions } from "@/lib/queries/scope-options";

export const metadata: Metadata = { title: "Tokens" };

export default async function TokensPage() {
  const viewer = await requireViewer(null);
  const hasWholeScope = isEverything(viewer.scope);
  const seesAll = can(viewer, "manage") && hasWholeScope;
  return (
    <>
      <h1 className="sr-only">Tokens</h1>
      {can(viewer, "operate") && (
        <SettingsSection
          title="Webhook tokens"
          description="The platform sends one of these with every delivery. To change it without losing any: add a token, enter it on the platform, then revoke the old one."
        >
          {hasWholeScope ? (
            <>
              <WebhookTokenList tokens={await listWebhookTokens(viewer)} />
              <NewWebhookTokenForm />
            </>
          ) : (
            <p className="text-sm">You need access to all bots and accounts to manage webhook tokens.</p>
          )}
        </SettingsSection>
      )}
      <SettingsSection
        title="API tokens"
        description={`Read-only, for scripts. A token never has more rights than the user who created it.${seesAll ? " You see everyone's tokens." : ""}`}
      >
        <ApiTokenList tokens={await listApiTokens(viewer)} />
        <NewApiTokenForm scopeOptions={await scopeOptions(viewer)} />
      </SettingsSection>
    </>
  );
}
