import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { ProjectionStatus } from "@/components/settings/projection-status";
import { SettingsSection } from "@/components/settings/settings-section";

export const metadata: Metadata = { title: "System" };

export default async function SystemPage() {
  await requireViewer();
  return (
    <>
      <h1 className="sr-only">System</h1>
      <SettingsSection
        title="Projections"
        description="Lists, search and pages are derived from the event log a moment after each delivery."
      >
        <ProjectionStatus />
      </SettingsSection>
    </>
  );
}
