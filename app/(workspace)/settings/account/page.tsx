import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { ChangePasswordForm } from "@/components/settings/change-password-form";
import { Profile } from "@/components/settings/profile";
import { SessionList } from "@/components/settings/session-list";
import { SettingsSection } from "@/components/settings/settings-section";
import { listSessions } from "@/lib/auth/sessions";
import { env } from "@/lib/env/env";

export const metadata: Metadata = { title: "Account" };

function idleText(): string {
  const { sessionIdleHours: hours } = env();
  if (hours % 24 !== 0) return hours === 1 ? "an hour" : `${hours} hours`;
  return hours === 24 ? "a day" : `${hours / 24} days`;
}

export default async function AccountPage() {
  const viewer = await requireViewer();
  const { name, email, role } = viewer;
  return (
    <>
      <h1 className="sr-only">Account</h1>
      <SettingsSection title="You">
        <Profile name={name} email={email} role={role} />
      </SettingsSection>
      <SettingsSection title="Password" description="Changing it signs you out on other devices.">
        <ChangePasswordForm email={email} />
      </SettingsSection>
      <SettingsSection title="Signed in" description={`A session ends after 30 days, or ${idleText()} without use.`}>
        <SessionList sessions={await listSessions(viewer)} />
      </SettingsSection>
    </>
  );
}
