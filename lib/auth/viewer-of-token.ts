import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { can } from "@/lib/access/permissions";
import { type Access, everything, isEverything } from "@/lib/access/scope";
import { env } from "@/lib/env/env";
import { store } from "@/lib/store/connection/client";
import { type ApiTokenRow, findApiToken, noteApiTokenUse, readApiTokens } from "@/lib/store/records/api-tokens";
import { now } from "@/lib/time/instant";
import { tokensWithAccess } from "./tokens-with-access";
import type { TokenViewer } from "./viewer";

const lastUseAccuracy = 60_000_000n;
/** Longer than any token; longer text is not even hashed. */
const maxCharacters = 500;

/**
 * The viewer of an API token: `PLAYHEAD_API_TOKEN`, or one created in Settings, neither revoked nor expired, by a user who still has
 * an account.
 *
 * @param address the client's address, recorded as the token's last use
 */
export async function viewerOfToken(token: string, address: string | null): Promise<TokenViewer | null> {
  if (token.length > maxCharacters) return null;
  const hash = hashToken(token);
  const { apiToken, apiTokenPermissions } = env();
  if (apiToken !== null && timingSafeEqual(hash, hashToken(apiToken))) {
    return viewer(null, "PLAYHEAD_API_TOKEN", address, {
      permissions: new Set(apiTokenPermissions),
      scope: everything,
    });
  }
  const found = await findApiToken(store(), hash);
  if (found === null || found.revokedAt !== null) return null;
  const [valid] = await tokensWithAccess([found]);
  if (valid === undefined) return null;
  await recordUse(found, address ?? "unknown");
  return viewer(found.id, found.name, address, valid);
}

/** The valid tokens by the hexadecimal form of their hashes. */
type KnownTokens = ReadonlyMap<string, Access>;

let known: { tokens: Promise<KnownTokens>; readAt: number } | null = null;
const knownForMs = 2_000;

/** Whether a token is valid, from a list that is read at most every two seconds, however many tokens are tried. */
export async function isKnownToken(token: string): Promise<boolean> {
  return (await knownAccess(token)) !== null;
}

/** Whether a token is valid and reads without a scope, from the same list. */
export async function isUnscopedToken(token: string): Promise<boolean> {
  const access = await knownAccess(token);
  return access !== null && can(access, "read") && isEverything(access.scope);
}

async function knownAccess(token: string): Promise<Access | null> {
  if (token.length > maxCharacters) return null;
  if (known === null || Date.now() - known.readAt > knownForMs) known = { tokens: readTokens(), readAt: Date.now() };
  return (await known.tokens).get(hexOf(hashToken(token))) ?? null;
}

async function readTokens(): Promise<KnownTokens> {
  const found = await tokensWithAccess(await readApiTokens(store(), null));
  const { apiToken, apiTokenPermissions } = env();
  const ofEnvironment = { permissions: new Set(apiTokenPermissions), scope: everything };
  return new Map<string, Access>([
    ...found.map(({ token, ...access }) => [hexOf(token.hash), access] as const),
    ...(apiToken === null ? [] : [[hexOf(hashToken(apiToken)), ofEnvironment] as const]),
  ]);
}

function hexOf(hash: Uint8Array): string {
  return Buffer.from(hash).toString("hex");
}

/** The hash that is stored for a token, so that a stolen database contains no usable tokens. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}

function viewer(
  tokenId: string | null,
  name: string,
  address: string | null,
  { permissions, scope }: Access,
): TokenViewer {
  return { kind: "token", tokenId, name, address, permissions, scope } as TokenViewer;
}

async function recordUse({ id, lastUsedAt }: ApiTokenRow, address: string): Promise<void> {
  const usedAt = now();
  if (lastUsedAt !== null && usedAt - lastUsedAt < lastUseAccuracy) return;
  try {
    await noteApiTokenUse(store(), id, { at: usedAt, from: address });
  } catch {
    // A read must not fail because the database is too busy to record the token's last use.
  }
}
