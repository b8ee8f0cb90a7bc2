import "server-only";
import type { Records } from "./in-transaction";

/** An API token created in Settings. Times are microseconds since 1970. */
export interface ApiTokenRow {
  id: string;
  name: string;
  /** SHA-256 of the token; the token itself is not stored. */
  hash: Uint8Array<ArrayBuffer>;
  /** The token's last characters. */
  hint: string;
  createdAt: bigint;
  lastUsedAt: bigint | null;
  /** The client's address at the last use. */
  lastUsedFrom: string | null;
  /** Null: it does not expire. */
  expiresAt: bigint | null;
  revokedAt: bigint | null;
  /** The user who created it; null if their account was removed. */
  userId: string | null;
  /** JSON: lib/access/stored-access. */
  permissions: string;
  scope: string | null;
}

/** The tokens that are not revoked, newest first: of one user, or of all if null. */
export async function readApiTokens({ records }: Records, userId: string | null): Promise<ApiTokenRow[]> {
  return records.apiToken.findMany({
    where: { ...madeBy(userId), revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
}

/** The token with this hash, revoked or not, or null. */
export async function findApiToken({ records }: Records, hash: Uint8Array<ArrayBuffer>): Promise<ApiTokenRow | null> {
  return records.apiToken.findUnique({ where: { hash } });
}

/** The tokens among these that are not revoked. */
export async function findValidApiTokens({ records }: Records, ids: readonly string[]): Promise<ApiTokenRow[]> {
  return records.apiToken.findMany({ where: { id: { in: [...ids] }, revokedAt: null } });
}

export async function insertApiToken(
  { records }: Records,
  token: Omit<ApiTokenRow, "lastUsedAt" | "lastUsedFrom" | "revokedAt">,
): Promise<void> {
  await records.apiToken.create({ data: token });
}

/** Records when, and from which address, a token was last used. */
export async function noteApiTokenUse(
  { records }: Records,
  id: string,
  use: { at: bigint; from: string },
): Promise<void> {
  await records.apiToken.updateMany({ where: { id }, data: { lastUsedAt: use.at, lastUsedFrom: use.from } });
}

/** Revokes a token of one user, or of any user if null; `false` if there is none, or it was already revoked. */
export async function markApiTokenRevoked(
  { records }: Records,
  { id, userId, revokedAt }: { id: string; userId: string | null; revokedAt: bigint },
): Promise<boolean> {
  const where = { ...madeBy(userId), id, revokedAt: null };
  const { count } = await records.apiToken.updateMany({ where, data: { revokedAt } });
  return count > 0;
}

/** Revokes all tokens of a user. */
export async function markApiTokensRevoked({ records }: Records, userId: string, revokedAt: bigint): Promise<void> {
  await records.apiToken.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt } });
}

function madeBy(userId: string | null) {
  return userId === null ? {} : { userId };
}
