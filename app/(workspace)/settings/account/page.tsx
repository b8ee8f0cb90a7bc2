import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { ChangePasswordForm } from "@/components/settings/change-password-form";
import { Profile } from "@/components/settings/profile";
import { SessionList } from "@/components/settings/session-list";
import { SettingsSection } from "@/components/settings/settings-section";
import { listSessions } from "@/lib/auth/sessions";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const viewer = await requireViewer();
  const { name, email, role } = viewer;
  return (
    <>
      <h1 className="sr-only">Account</h1>
      <SettingsSection title="You">
        <Profile name={name} email={email} role={role} />
      </SettingsSection>
      <SettingsSection title="Password" description="A new one signs you out everywhere else.">
        <ChangePasswordForm email={email} />
      </SettingsSection>
      <SettingsSection title="Signed in" description="A session lasts for 30 days, unless it is ended here.">
        <SessionList sessions={await listSessions(viewer)} />
      </SettingsSection>
    </>
  );
}
