import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { store } from "@/lib/store/connection/client";
import { insertApiToken, markApiTokenRevoked, readApiTokens } from "@/lib/store/records/api-tokens";
import { readUsers } from "@/lib/store/records/users";
import { now, toIso } from "@/lib/time/instant";
import type { UserViewer } from "./viewer";
import { hashToken } from "./viewer-of-token";

export interface ApiTokenSummary {
  id: string;
  name: string;
  /** The last characters of the token. */
  hint: string;
  /** ISO 8601. */
  createdAt: string;
  lastUsedAt: string | null;
  /** The name of the user who created it; `null` if the account was removed. */
  madeBy: string | null;
}

/** The tokens that are not revoked, newest first: all for an admin, their own for a member. */
export async function listApiTokens(viewer: UserViewer): Promise<ApiTokenSummary[]> {
  const rows = await readApiTokens(store(), makerSeenBy(viewer));
  const names = new Map((await readUsers(store())).map(({ id, name }) => [id, name]));
  return rows.map(({ id, name, hint, createdAt, lastUsedAt, userId }) => ({
    id,
    name,
    hint,
    createdAt: toIso(createdAt),
    lastUsedAt: lastUsedAt === null ? null : toIso(lastUsedAt),
    madeBy: names.get(userId ?? "") ?? null,
  }));
}

/** Creates a token with read access to everything. Returned only here: only its hash is stored. */
export async function createApiToken(viewer: UserViewer, name: string): Promise<{ id: string; token: string }> {
  const id = randomUUID();
  const token = `playhead_${randomBytes(24).toString("base64url")}`;
  const hash = hashToken(token);
  const hint = token.slice(-4);
  await insertApiToken(store(), { id, name, hash, hint, createdAt: now(), userId: viewer.userId });
  return { id, token };
}

/** Revokes a token immediately; `false` if the viewer has none with this id. */
export async function revokeApiToken(viewer: UserViewer, id: string): Promise<boolean> {
  return markApiTokenRevoked(store(), { id, userId: makerSeenBy(viewer), revokedAt: now() });
}

/** The user whose tokens a viewer may list and revoke; null for all users. */
function makerSeenBy(viewer: UserViewer): string | null {
  return viewer.role === "admin" ? null : viewer.userId;
}
