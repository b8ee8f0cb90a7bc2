import "server-only";
import { isRole, type Role } from "@/lib/access/permissions";
import type { Scope } from "@/lib/access/scope";
import { readScope } from "@/lib/access/stored-access";
import { audit } from "@/lib/audit/audit";
import { readableCode } from "@/lib/auth/passwords/readable-code";
import { store } from "@/lib/store/connection/client";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { readInvitations } from "@/lib/store/records/invitations";
import { deleteSessions } from "@/lib/store/records/sessions";
import { findUser, readUsers } from "@/lib/store/records/users";
import { microsecondsOf, now, toIso } from "@/lib/time/instant";
import { type AccountFault, addAccount, addInvitedAccount, type InvitedAccount, setPassword } from "./accounts";
import { actorOf } from "./actor-of";
import { type AccessChange, changeAccess, type Removal, removeAccount } from "./change-account";
import { type InvitationLink, inviteUser } from "./invitations";
import { requirePermissionForAll } from "./require-whole-scope";
import { readSecurity } from "./security/security-settings";
import { sessionStarts } from "./session-use";
import type { UserViewer, Viewer } from "./viewer";

export interface UserSummary {
  id: string;
  name: string;
  email: string;
  /** Null for one that this version does not know: it grants nothing. */
  role: Role | null;
  scope: Scope;
  /** ISO 8601. */
  createdAt: string;
  /** Accurate to minutes; null if they have never signed in. */
  lastSeenAt: string | null;
  /** Devices on which they are signed in. */
  sessionCount: number;
  /** Whether signing in with the password also needs a code. */
  hasSecondFactor: boolean;
  /** When their invitation ends, if it is open. */
  invitedUntil: string | null;
}

/** All users, oldest account first. @throws AppError forbidden */
export async function listUsers(viewer: Viewer): Promise<UserSummary[]> {
  requirePermissionForAll(viewer, "manage");
  const starts = sessionStarts(await readSecurity());
  const [rows, invitations] = await Promise.all([readUsers(store(), starts), readInvitations(store())]);
  return rows.map(({ id, name, email, role, scope, createdAt, lastSeenAt, sessionCount, hasSecondFactor }) => {
    const invitedUntil = invitations.get(id);
    return {
      ...{ id, name, email, sessionCount, hasSecondFactor },
      role: isRole(role) ? role : null,
      scope: readScope(scope),
      createdAt: isoOf(createdAt),
      lastSeenAt: lastSeenAt === null ? null : isoOf(lastSeenAt),
      invitedUntil: invitedUntil === undefined ? null : toIso(invitedUntil),
    };
  });
}

function isoOf(time: Date): string {
  return toIso(microsecondsOf(time.getTime()));
}

/** Adds a user with a generated password, which is returned only here. @throws AppError forbidden */
export async function addUser(
  viewer: UserViewer,
  input: InvitedAccount,
): Promise<{ ok: true; userId: string; password: string } | AccountFault> {
  requirePermissionForAll(viewer, "manage");
  const password = readableCode(4);
  const added = await addAccount({ ...input, password }, actorOf(viewer));
  return added.ok ? { ...added, password } : added;
}

/** Adds a user who sets their password with a one-time link, which is returned only here. @throws AppError forbidden */
export async function addInvitedUser(
  viewer: UserViewer,
  input: InvitedAccount,
): Promise<({ ok: true; userId: string } & InvitationLink) | AccountFault> {
  requirePermissionForAll(viewer, "manage");
  return addInvitedAccount(input, actorOf(viewer));
}

/** Makes a new one-time link for a user. `null` if there is no user with this id. @throws AppError forbidden */
export async function renewInvitation(viewer: UserViewer, userId: string): Promise<InvitationLink | null> {
  requirePermissionForAll(viewer, "manage");
  return inTransaction(store(), async (within) => {
    if ((await findUser(within, userId)) === null) return null;
    const link = await inviteUser(within, userId);
    await audit(within, actorOf(viewer), {
      action: "user.change",
      subject: { type: "user", id: userId },
      detail: { invitation: "renewed", expiresAt: link.expiresAt },
    });
    return link;
  });
}

/**
 * Generates a new password for a user, ends their sessions and revokes their API tokens, which may have been created by anyone
 * who knew the old password. `null` if there is no user with this id. @throws AppError forbidden
 */
export async function resetPassword(viewer: UserViewer, userId: string): Promise<{ password: string } | null> {
  requirePermissionForAll(viewer, "manage");
  if ((await findUser(store(), userId)) === null) return null;
  const password = readableCode(4);
  await setPassword(userId, password, now(), { actor: actorOf(viewer) });
  return { password };
}

/** Changes a user's role or scope. @throws AppError forbidden */
export async function changeUser(viewer: UserViewer, userId: string, change: AccessChange): Promise<Removal> {
  requirePermissionForAll(viewer, "manage");
  return changeAccess(userId, change, actorOf(viewer));
}

/** Signs a user out everywhere; `false` if there is no user with this id. @throws AppError forbidden */
export async function signOutUser(viewer: UserViewer, userId: string): Promise<boolean> {
  requirePermissionForAll(viewer, "manage");
  return inTransaction(store(), async (within) => {
    if ((await findUser(within, userId)) === null) return false;
    await deleteSessions(within, userId);
    await audit(within, actorOf(viewer), {
      action: "session.revoke",
      subject: { type: "user", id: userId },
      detail: { sessions: "all" },
    });
    return true;
  });
}

/** @throws AppError forbidden */
export async function removeUser(viewer: UserViewer, userId: string): Promise<Removal> {
  requirePermissionForAll(viewer, "manage");
  return removeAccount(userId, now(), actorOf(viewer));
}
