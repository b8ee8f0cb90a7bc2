import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { JobList } from "@/components/settings/job-list";
import { ProjectionStatus } from "@/components/settings/projection-status";
import { SettingsSection } from "@/components/settings/settings-section";
import { SystemFacts } from "@/components/settings/system-facts";
import { can } from "@/lib/access/permissions";
import { isEverything } from "@/lib/access/scope";
import { systemState } from "@/lib/queries/system-state";

export const metadata: Metadata = { title: "System" };

export default async function SystemPage() {
  const viewer = await requireViewer(null);
  return (
    <>
      <h1 className="sr-only">System</h1>
      <SettingsSection title="Installation">
        <SystemFacts state={await systemState(viewer)} />
      </SettingsSection>
      <SettingsSection
        title="Projections"
        description="Lists, search and pages are derived from the event log a moment after each delivery."
      >
        <ProjectionStatus />
      </SettingsSection>
      {can(viewer, "operate") && isEverything(viewer.scope) && (
        <SettingsSection
          title="Jobs"
          description="Work in the background. A job that failed too often waits until you retry it."
        >
          <JobList />
        </SettingsSection>
      )}
    </>
  );
}
