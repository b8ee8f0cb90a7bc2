import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { OidcStatus } from "@/components/settings/security/oidc-status";
import { PasswordSignIn } from "@/components/settings/security/password-sign-in";
import { SecondFactorRoles } from "@/components/settings/security/second-factor-roles";
import { SessionLimitsForm } from "@/components/settings/security/session-limits-form";
import { SettingsSection } from "@/components/settings/settings-section";
import { isEverything } from "@/lib/access/scope";
import { describeSecurity } from "@/lib/auth/security/manage-security";

export const metadata: Metadata = { title: "Security" };

export default async function SecurityPage() {
  const viewer = await requireViewer("manage");
  if (!isEverything(viewer.scope)) {
    return (
      <SettingsSection title="Security" description="Sign-in, second factors and sessions.">
        <p className="text-sm">You need access to all bots and accounts to change security settings.</p>
      </SettingsSection>
    );
  }
  const security = await describeSecurity(viewer);
  const { oidc, passwordSignIn, sessionHours, sessionIdleHours } = security;
  return (
    <>
      <h1 className="sr-only">Security</h1>
      <SettingsSection
        title="Single sign-on"
        description="Set up with OIDC_ISSUER and the other variables in the README."
      >
        <OidcStatus oidc={oidc} />
      </SettingsSection>
      <SettingsSection
        title="Password sign-in"
        description="Switch it off once everyone uses single sign-on. To switch it on again without an admin, run “npm run user -- allow-passwords” on the server."
      >
        <PasswordSignIn isOn={passwordSignIn} canSwitchOff={oidc?.isLinked === true} />
      </SettingsSection>
      <SettingsSection
        title="Required second factor"
        description="Users of these roles who sign in with a password must set up an authenticator app before they see anything else."
      >
        <SecondFactorRoles roles={security.secondFactorRoles} counts={security.secondFactors} />
      </SettingsSection>
      <SettingsSection
        title="Sessions"
        description="New limits also apply to existing sessions, from their next request."
      >
        <SessionLimitsForm sessionHours={sessionHours} sessionIdleHours={sessionIdleHours} />
      </SettingsSection>
    </>
  );
}
