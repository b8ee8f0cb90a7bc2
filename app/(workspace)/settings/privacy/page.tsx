import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { ErasureList } from "@/components/erasure/erasure-list";
import { LegalHolds } from "@/components/privacy/holds/legal-holds";
import { MaskingPreview } from "@/components/privacy/masking-preview";
import { PersonalVariables } from "@/components/privacy/personal-variables";
import { RetentionRules } from "@/components/privacy/retention/retention-rules";
import { RetentionRuns } from "@/components/privacy/retention/retention-runs";
import { RevealSwitch } from "@/components/privacy/reveal-switch";
import { SettingsSection } from "@/components/settings/settings-section";
import { can } from "@/lib/access/permissions";
import { isEverything } from "@/lib/access/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { listHolds } from "@/lib/queries/privacy/list-holds";
import { readMasking } from "@/lib/queries/privacy/read-masking";
import { readRetention } from "@/lib/retention/retention-settings";

export const metadata: Metadata = { title: "Privacy" };

export default async function PrivacyPage() {
  const viewer = await requireViewer("privacy");
  const masking = isEverything(viewer.scope) ? await readMasking(viewer) : null;
  return (
    <>
      <h1 className="sr-only">Privacy</h1>
      <SettingsSection
        title="Personal variables"
        description="Viewers and analysts see [value] in place of their values, here and wherever they occur in texts. Names, e-mail addresses, phone numbers and other personal data in texts are always masked."
      >
        {masking === null ? (
          <p className="text-sm">You need access to all bots and accounts to change this.</p>
        ) : (
          <PersonalVariables variables={masking.variables} />
        )}
      </SettingsSection>
      {masking !== null && (
        <SettingsSection
          title="Showing personal data"
          description="Viewers and analysts can then see one conversation unmasked for 15 minutes. They give a reason, which the audit log records. Lists, searches and exports stay masked."
        >
          <RevealSwitch isAllowed={masking.reveal} canChange={can(viewer, "manage")} />
        </SettingsSection>
      )}
      <SettingsSection title="Preview" description="A conversation, and the same conversation for a viewer.">
        <MaskingPreview />
      </SettingsSection>
      {isEverything(viewer.scope) && <DataKept viewer={viewer} />}
    </>
  );
}

/** How long data is kept. */
async function DataKept({ viewer }: { viewer: Viewer }) {
  const [{ data: holds }, { rules, runs }] = await Promise.all([listHolds(viewer), readRetention(viewer)]);
  return (
    <>
      <SettingsSection
        title="Retention"
        description="Data is deleted or reduced when it is old enough. Rules are applied every 15 minutes, except to data under a legal hold."
      >
        <RetentionRules rules={rules} />
        <RetentionRuns runs={runs} />
      </SettingsSection>
      <SettingsSection
        title="Legal holds"
        description="A legal hold keeps a visitor or a conversation: requests for erasure are refused, and retention rules skip it."
      >
        <LegalHolds holds={holds} />
      </SettingsSection>
      <SettingsSection
        title="Erasures"
        description="Visitors are erased on their page, or for a request. A signed receipt says what was erased and what remains where."
      >
        <ErasureList />
      </SettingsSection>
    </>
  );
}
