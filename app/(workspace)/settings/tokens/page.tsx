import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { ApiTokenList } from "@/components/settings/api-token-list";
import { NewTokenForm } from "@/components/settings/new-token-form";
import { SettingsSection } from "@/components/settings/settings-section";
import { WebhookTokenList } from "@/components/settings/webhook-token-list";
import { listApiTokens } from "@/lib/auth/api-tokens";
import { listWebhookTokens } from "@/lib/auth/webhook-tokens";

export const metadata: Metadata = { title: "Tokens" };

export default async function TokensPage() {
  const viewer = await requireViewer();
  const isAdmin = viewer.role === "admin";
  return (
    <>
      <h1 className="sr-only">Tokens</h1>
      {isAdmin && (
        <SettingsSection
          title="Webhook tokens"
          description="The platform sends one of these with every delivery. To change it without losing any: add a token, enter it on the platform, then revoke the old one."
        >
          <WebhookTokenList tokens={await listWebhookTokens(viewer)} />
          <NewTokenForm kind="webhook" />
        </SettingsSection>
      )}
      <SettingsSection
        title="API tokens"
        description={isAdmin ? "Read-only, for scripts. Admins see everyone's tokens." : "Read-only, for scripts."}
      >
        <ApiTokenList tokens={await listApiTokens(viewer)} />
        <NewTokenForm kind="api" />
      </SettingsSection>
    </>
  );
}
