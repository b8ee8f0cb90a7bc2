import "server-only";
import { randomUUID } from "node:crypto";
import { server } from "@/lib/audit/actor";
import { audit } from "@/lib/audit/audit";
import { changeAccess } from "@/lib/auth/change-account";
import type { OidcSettings } from "@/lib/env/oidc";
import { log } from "@/lib/log/log";
import { store } from "@/lib/store/connection/client";
import { findLinkedUser, insertLink } from "@/lib/store/records/auth-accounts";
import { changeAccounts } from "@/lib/store/records/change-accounts";
import type { Records } from "@/lib/store/records/in-transaction";
import { deleteInvitation, findInvitation } from "@/lib/store/records/invitations";
import { countUsers, findUser, findUserByEmail, insertUser, setEmailVerified } from "@/lib/store/records/users";
import { now } from "@/lib/time/instant";
import type { Identity } from "./identity";

/** Why a person may not sign in: components/sign-in/oidc-failures has the sentences. */
type Refused = "account_not_linked" | "not_allowed" | "invitation_used" | "invitation_of_another";

type Admission = { ok: true; userId: string } | { ok: false; code: Refused };

/**
 * Finds or makes the account of a person whom the identity provider has authenticated, and gives it the role of their group. An
 * account that exists is never found by its e-mail address, which nobody may have verified: it is linked through its invitation, or
 * while its user is signed in.
 *
 * @param invitation the hash of the invitation's secret with which the sign-in began
 */
export async function admit(
  identity: Identity,
  settings: OidcSettings,
  invitation: Uint8Array<ArrayBuffer> | null,
): Promise<Admission> {
  const admission = await changeAccounts(store(), (within) => accountOf(within, identity, settings, invitation));
  if (admission.ok && identity.role !== null) await giveRole(admission.userId, identity.role);
  return admission;
}

async function accountOf(
  within: Records,
  identity: Identity,
  settings: OidcSettings,
  invitation: Uint8Array<ArrayBuffer> | null,
): Promise<Admission> {
  const linked = await findLinkedUser(within, identity.accountId);
  if (linked !== null) return { ok: true, userId: linked };
  if (invitation !== null) return linkInvited(within, identity, invitation);
  const { accountId, email, name, role } = identity;
  if ((await findUserByEmail(within, email)) !== null) return { ok: false, code: "account_not_linked" };
  const domain = email.slice(email.lastIndexOf("@") + 1);
  if (role === null && !settings.allowedDomains.includes(domain)) return { ok: false, code: "not_allowed" };
  const newRole = role ?? "viewer";
  // With a first account of another role, nobody could manage Playhead, and the setup code would no longer be accepted.
  if (newRole !== "admin" && (await countUsers(within)) === 0) return { ok: false, code: "not_allowed" };
  const userId = randomUUID();
  await insertUser(within, { id: userId, name, email, role: newRole });
  await setEmailVerified(within, userId);
  await insertLink(within, userId, accountId);
  const detail = { name, email, role: newRole, by: "single sign-on" };
  await audit(within, server, { action: "user.create", subject: { type: "user", id: userId }, detail });
  return { ok: true, userId };
}

/** Links the account of an invited person, whose address must be the one that was invited, and uses the invitation up. */
async function linkInvited(
  within: Records,
  { accountId, email }: Identity,
  hash: Uint8Array<ArrayBuffer>,
): Promise<Admission> {
  const found = await findInvitation(within, hash);
  if (found === null || found.expiresAt <= now()) return { ok: false, code: "invitation_used" };
  if (found.user.email !== email) return { ok: false, code: "invitation_of_another" };
  await deleteInvitation(within, { userId: found.userId, hash });
  await setEmailVerified(within, found.userId);
  await insertLink(within, found.userId, accountId);
  const subject = { type: "user", id: found.userId } as const;
  await audit(within, server, { action: "user.change", subject, detail: { changed: ["single sign-on"] } });
  return { ok: true, userId: found.userId };
}

async function giveRole(userId: string, role: NonNullable<Identity["role"]>): Promise<void> {
  if ((await findUser(store(), userId))?.role === role) return;
  const changed = await changeAccess(userId, { role });
  // Otherwise, nobody could manage Playhead.
  if (!changed.ok)
    log().warn({ userId, role }, "The only admin keeps their role, although their group has another one");
}
