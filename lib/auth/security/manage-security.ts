import "server-only";
import { isRole, roles } from "@/lib/access/permissions";
import type { Security } from "@/lib/api/schemas/security";
import { audit } from "@/lib/audit/audit";
import { actorOf } from "@/lib/auth/actor-of";
import { discover } from "@/lib/auth/oidc/discovery";
import { requirePermissionForAll } from "@/lib/auth/require-whole-scope";
import type { UserViewer, Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env/env";
import { store } from "@/lib/store/connection/client";
import { isLinked } from "@/lib/store/records/auth-accounts";
import { changeAccounts } from "@/lib/store/records/change-accounts";
import { countSecondFactors } from "@/lib/store/records/second-factors";
import { deleteAllSessions } from "@/lib/store/records/sessions";
import { readSecurity, type SecuritySettings, saveSecurity } from "./security-settings";

/** The security settings with the state that they apply to. @throws AppError forbidden */
export async function describeSecurity(viewer: Viewer): Promise<Security> {
  requirePermissionForAll(viewer, "manage");
  const [settings, oidc, counts] = await Promise.all([
    readSecurity(),
    describeOidc(viewer),
    countSecondFactors(store()),
  ]);
  const secondFactors = counts.flatMap(({ role, ...count }) => (isRole(role) ? [{ role, ...count }] : []));
  return {
    ...settings,
    oidc,
    secondFactors: roles.map(
      (role) => secondFactors.find((one) => one.role === role) ?? { role, users: 0, protected: 0 },
    ),
  };
}

async function describeOidc(viewer: Viewer): Promise<Security["oidc"]> {
  const { oidc } = env();
  if (oidc === null) return null;
  const { name, issuer, allowedDomains, groups } = oidc;
  const discovery = await discover(oidc);
  return {
    ...{ name, issuer, allowedDomains: [...allowedDomains], roleClaim: groups?.claim ?? null },
    roleMap: (groups?.roles ?? []).map(([group, role]) => ({ group, role })),
    problem: discovery.ok ? null : discovery.message,
    isLinked: viewer.kind === "user" && (await isLinked(store(), viewer.userId)),
  };
}

type Change = { [Name in keyof SecuritySettings]?: SecuritySettings[Name] | undefined };

/**
 * Changes some of the settings. Passwords can be switched off only by someone who can sign in without one. It ends all sessions but
 * theirs: those that began with a password owe no second factor anymore.
 *
 * @throws AppError forbidden
 */
export async function changeSecurity(
  viewer: UserViewer,
  change: Change,
): Promise<{ ok: true } | { ok: false; message: string }> {
  requirePermissionForAll(viewer, "manage");
  return changeAccounts(store(), async (within) => {
    if (change.passwordSignIn === false) {
      if (env().oidc === null) return { ok: false, message: "Set up single sign-on first." };
      if (!(await isLinked(within, viewer.userId))) {
        return { ok: false, message: "Link your own account with single sign-on first, in Settings → Account." };
      }
    }
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const before = await readSecurity(within);
    await saveSecurity(within, given);
    const endsSessions = before.passwordSignIn && change.passwordSignIn === false;
    if (endsSessions) await deleteAllSessions(within, viewer.sessionId);
    const detail = { before, after: { ...before, ...given }, ...(endsSessions && { endsSessions }) };
    await audit(within, actorOf(viewer), { action: "setting.change", detail });
    return { ok: true };
  });
}
