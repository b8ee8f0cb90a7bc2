import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { AuditLog } from "@/components/audit/audit-log";
import { VerifyLogs } from "@/components/audit/verify-logs";
import { SettingsSection } from "@/components/settings/settings-section";
import { isEverything } from "@/lib/access/scope";
import { auditActors } from "@/lib/queries/audit/audit-actors";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage() {
  const viewer = await requireViewer("privacy");
  return (
    <>
      <h1 className="sr-only">Audit</h1>
      <SettingsSection
        title="Audit"
        description="Who changed what, and who read what. Reads of the same conversation, visitor or list are one entry for ten minutes."
      >
        {isEverything(viewer.scope) ? (
          <AuditLog actors={await auditActors(viewer)} />
        ) : (
          <p className="text-sm">You need access to all bots and accounts to see the logs.</p>
        )}
      </SettingsSection>
      {isEverything(viewer.scope) && (
        <SettingsSection
          title="Integrity"
          description="Each entry contains a hash of the one before it, so a changed or removed entry can be found."
        >
          <VerifyLogs />
        </SettingsSection>
      )}
    </>
  );
}
