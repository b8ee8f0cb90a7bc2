import "server-only";
import type { Role } from "@/lib/access/permissions";
import { isEverything, type Scope } from "@/lib/access/scope";
import { readScope, writeScope } from "@/lib/access/stored-access";
import { type Actor, server } from "@/lib/audit/actor";
import { audit } from "@/lib/audit/audit";
import { store } from "@/lib/store/connection/client";
import { deleteReveals } from "@/lib/store/masking/reveals";
import { markApiTokensRevoked } from "@/lib/store/records/api-tokens";
import { changeAccounts } from "@/lib/store/records/change-accounts";
import type { Records } from "@/lib/store/records/in-transaction";
import { deletePrivateViews } from "@/lib/store/records/saved-views";
import { countWholeAdmins, deleteUser, findUser, type UserRow, updateUser } from "@/lib/store/records/users";

export type Removal = { ok: true } | { ok: false; reason: "unknown" | "last-admin"; message: string };

/**
 * Removes an account with its sessions, private views and bookmarks, and revokes its API tokens. The last admin cannot be
 * removed. Shared views remain, without an owner.
 */
export async function removeAccount(userId: string, revokedAt: bigint, actor: Actor = server): Promise<Removal> {
  return changeAccounts(store(), async (within) => {
    const user = await findUser(within, userId);
    if (user === null) return unknownUser;
    if (await isLastAdmin(within, user)) return lastAdmin;
    await markApiTokensRevoked(within, userId, revokedAt);
    await deletePrivateViews(within, userId);
    await deleteReveals(within, userId);
    await deleteUser(within, userId);
    const { name, email, role } = user;
    await audit(within, actor, {
      action: "user.delete",
      subject: { type: "user", id: userId },
      detail: { before: { name, email, role, scope: readScope(user.scope) } },
    });
    return { ok: true };
  });
}

export interface AccessChange {
  role?: Role | undefined;
  scope?: Scope | undefined;
}

/** Changes a user's role or scope, from the next request on. The last admin with the whole scope stays one. */
export async function changeAccess(
  userId: string,
  { role, scope }: AccessChange,
  actor: Actor = server,
): Promise<Removal> {
  return changeAccounts(store(), async (within) => {
    const user = await findUser(within, userId);
    if (user === null) return unknownUser;
    const staysAdmin = (role ?? user.role) === "admin" && (scope === undefined || isEverything(scope));
    if (!staysAdmin && (await isLastAdmin(within, user))) return lastAdmin;
    if (role !== undefined && role !== user.role) await deleteReveals(within, userId);
    await updateUser(within, userId, {
      ...(role === undefined ? {} : { role }),
      ...(scope === undefined ? {} : { scope: writeScope(scope) }),
    });
    const before = { role: user.role, scope: readScope(user.scope) };
    await audit(within, actor, {
      action: "user.change",
      subject: { type: "user", id: userId },
      detail: { before, after: { role: role ?? before.role, scope: scope ?? before.scope } },
    });
    return { ok: true };
  });
}

const unknownUser = { ok: false, reason: "unknown", message: "User not found." } as const;

const lastAdmin = {
  ok: false,
  reason: "last-admin",
  message: "This is the only admin for all conversations. Make another user one first.",
} as const;

/** Only admins with the whole scope manage users. */
async function isLastAdmin(within: Records, { role, scope }: UserRow): Promise<boolean> {
  return role === "admin" && scope === null && (await countWholeAdmins(within)) === 1;
}
