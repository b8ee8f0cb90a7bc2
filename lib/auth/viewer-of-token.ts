import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env/env";
import { store } from "@/lib/store/connection/client";
import { findApiToken, noteApiTokenUse, readApiTokenHashes } from "@/lib/store/records/api-tokens";
import { now } from "@/lib/time/instant";
import type { TokenViewer } from "./viewer";

const lastUseAccuracy = 60_000_000n;
/** Longer than any token; longer text is not even hashed. */
const maxCharacters = 500;

/** The viewer of an API token: `PLAYHEAD_API_TOKEN`, or one created in Settings and not revoked. */
export async function viewerOfToken(token: string): Promise<TokenViewer | null> {
  if (token.length > maxCharacters) return null;
  const hash = hashToken(token);
  const { apiToken } = env();
  if (apiToken !== null && timingSafeEqual(hash, hashToken(apiToken))) return viewer(null, "PLAYHEAD_API_TOKEN");
  const found = await findApiToken(store(), hash);
  if (found === null || found.revokedAt !== null) return null;
  await recordUse(found);
  return viewer(found.id, found.name);
}

interface KnownTokens {
  hashes: Promise<ReadonlySet<string>>;
  readAt: number;
}

let known: KnownTokens | null = null;
const knownForMs = 2_000;

/** Whether a token is valid, from a list that is read at most every two seconds, however many tokens are tried. */
export async function isKnownToken(token: string): Promise<boolean> {
  if (token.length > maxCharacters) return false;
  if (known === null || Date.now() - known.readAt > knownForMs) known = { hashes: readHashes(), readAt: Date.now() };
  return (await known.hashes).has(hexOf(hashToken(token)));
}

async function readHashes(): Promise<ReadonlySet<string>> {
  const hashes = await readApiTokenHashes(store());
  const { apiToken } = env();
  return new Set([...hashes, ...(apiToken === null ? [] : [hashToken(apiToken)])].map(hexOf));
}

function hexOf(hash: Uint8Array): string {
  return Buffer.from(hash).toString("hex");
}

/** The hash that is stored for a token, so that a stolen database contains no usable tokens. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}

function viewer(tokenId: string | null, name: string): TokenViewer {
  return { kind: "token", tokenId, name } as TokenViewer;
}

async function recordUse({ id, lastUsedAt }: { id: string; lastUsedAt: bigint | null }): Promise<void> {
  const usedAt = now();
  if (lastUsedAt !== null && usedAt - lastUsedAt < lastUseAccuracy) return;
  try {
    await noteApiTokenUse(store(), id, usedAt);
  } catch {
    // A read must not fail because the database is too busy to record the token's last use.
  }
}
