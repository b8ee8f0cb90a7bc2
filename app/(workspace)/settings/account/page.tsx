import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { FormError } from "@/components/form/form-error";
import { ChangePasswordForm } from "@/components/settings/change-password-form";
import { Profile } from "@/components/settings/profile";
import { SecondFactorControls } from "@/components/settings/second-factor/second-factor-controls";
import { hoursText } from "@/components/settings/security/hours-text";
import { SessionList } from "@/components/settings/session-list";
import { SettingsSection } from "@/components/settings/settings-section";
import { explainFailure } from "@/components/sign-in/oidc-failures";
import { SingleSignOnButton } from "@/components/sign-in/single-sign-on-button";
import { readSecurity } from "@/lib/auth/security/security-settings";
import { ownSignInWays } from "@/lib/auth/security/sign-in-ways";
import { listSessions } from "@/lib/auth/sessions";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage({ searchParams }: PageProps<"/settings/account">) {
  const viewer = await requireViewer(null);
  const { name, email, role } = viewer;
  const [{ error }, ways, security] = await Promise.all([searchParams, ownSignInWays(viewer), readSecurity()]);
  const limits = `A session ends after ${hoursText(security.sessionHours)}, or ${hoursText(security.sessionIdleHours)} without use.`;
  return (
    <>
      <h1 className="sr-only">Account</h1>
      <SettingsSection title="You">
        <Profile name={name} email={email} role={role} />
      </SettingsSection>
      {ways.hasPassword && (
        <>
          <SettingsSection title="Password" description="Changing it signs you out on other devices.">
            <ChangePasswordForm email={email} />
          </SettingsSection>
          <SettingsSection
            title="Second factor"
            description="A code from an authenticator app, in addition to your password."
          >
            <SecondFactorControls isOn={ways.hasSecondFactor} />
          </SettingsSection>
        </>
      )}
      {ways.provider !== null && (
        <SettingsSection title="Single sign-on" description={`Signing in with ${ways.provider}.`}>
          <FormError message={explainFailure(error)} />
          {ways.isLinked ? (
            <p className="text-sm">Your account is linked.</p>
          ) : (
            <SingleSignOnButton isLink className="self-start">{`Link with ${ways.provider}`}</SingleSignOnButton>
          )}
        </SettingsSection>
      )}
      <SettingsSection title="Signed in" description={limits}>
        <SessionList sessions={await listSessions(viewer)} />
      </SettingsSection>
    </>
  );
}
