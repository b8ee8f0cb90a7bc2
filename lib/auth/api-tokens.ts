import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { can, type Permission, permissionsThatRead } from "@/lib/access/permissions";
import { everything, intersection, isEverything, type Scope } from "@/lib/access/scope";
import { readPermissions, readScope, writeScope } from "@/lib/access/stored-access";
import { audit } from "@/lib/audit/audit";
import { store } from "@/lib/store/connection/client";
import { insertApiToken, markApiTokenRevoked, readApiTokens } from "@/lib/store/records/api-tokens";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { readUserNames } from "@/lib/store/records/users";
import { now, toIso } from "@/lib/time/instant";
import { actorOf } from "./actor-of";
import type { UserViewer } from "./viewer";
import { hashToken } from "./viewer-of-token";

export interface ApiTokenSummary {
  id: string;
  name: string;
  /** The last characters of the token. */
  hint: string;
  permissions: Permission[];
  scope: Scope;
  /** ISO 8601. */
  createdAt: string;
  /** Null: it does not expire. */
  expiresAt: string | null;
  isExpired: boolean;
  lastUsedAt: string | null;
  /** The client's address at the last use. */
  lastUsedFrom: string | null;
  /** The name of the user who created it; `null` if the account was removed: the token then grants nothing. */
  madeBy: string | null;
}

/** The tokens that are not revoked, newest first: all for those who manage users without a scope, their own for others. */
export async function listApiTokens(viewer: UserViewer): Promise<ApiTokenSummary[]> {
  const [rows, names] = await Promise.all([readApiTokens(store(), makerSeenBy(viewer)), readUserNames(store())]);
  const iso = (time: bigint | null) => (time === null ? null : toIso(time));
  return rows.map(({ id, name, hint, permissions, scope, createdAt, expiresAt, lastUsedAt, lastUsedFrom, userId }) => ({
    ...{ id, name, hint, lastUsedFrom },
    permissions: readPermissions(permissions),
    scope: readScope(scope),
    createdAt: toIso(createdAt),
    expiresAt: iso(expiresAt),
    isExpired: expiresAt !== null && expiresAt <= now(),
    lastUsedAt: iso(lastUsedAt),
    madeBy: names.get(userId ?? "") ?? null,
  }));
}

/** The rights of a new token: no more than its maker has. */
export interface TokenRights {
  /** All that the maker has, if omitted. */
  permissions?: readonly Permission[] | undefined;
  /** The maker's, if omitted. */
  scope?: Scope | undefined;
  /** Microseconds since 1970; null if it does not expire. In 90 days if omitted. */
  expiresAt?: bigint | null | undefined;
}

const usualLifetime = 90n * 24n * 60n * 60n * 1_000_000n;

/** Creates a token. Returned only here: only its hash is stored. */
export async function createApiToken(
  viewer: UserViewer,
  name: string,
  { permissions = permissionsThatRead, scope = everything, expiresAt = now() + usualLifetime }: TokenRights = {},
): Promise<{ id: string; token: string }> {
  const id = randomUUID();
  const token = `playhead_${randomBytes(24).toString("base64url")}`;
  const granted = {
    permissions: permissions.filter((permission) => can(viewer, permission)),
    scope: intersection(scope, viewer.scope),
  };
  await inTransaction(store(), async (within) => {
    await insertApiToken(within, {
      ...{ id, name, hash: hashToken(token), hint: token.slice(-4) },
      ...{ createdAt: now(), expiresAt, userId: viewer.userId },
      permissions: JSON.stringify(granted.permissions),
      scope: writeScope(granted.scope),
    });
    await audit(within, actorOf(viewer), {
      action: "token.create",
      subject: { type: "api-token", id },
      detail: { after: { name, ...granted, expiresAt: expiresAt === null ? null : toIso(expiresAt) } },
    });
  });
  return { id, token };
}

/** Revokes a token immediately; `false` if the viewer has none with this id. */
export async function revokeApiToken(viewer: UserViewer, id: string): Promise<boolean> {
  return inTransaction(store(), async (within) => {
    const isRevoked = await markApiTokenRevoked(within, { id, userId: makerSeenBy(viewer), revokedAt: now() });
    if (isRevoked) await audit(within, actorOf(viewer), { action: "token.revoke", subject: { type: "api-token", id } });
    return isRevoked;
  });
}

/** The user whose tokens a viewer may list and revoke; null for all users. */
function makerSeenBy(viewer: UserViewer): string | null {
  return can(viewer, "manage") && isEverything(viewer.scope) ? null : viewer.userId;
}
