import "server-only";
import { randomBytes } from "node:crypto";
import type { Store } from "@/lib/store/connection/open-store";

const lifetimeMs = 2000;
export const generatedTokenId = "first";

interface Cache {
  tokens: string[];
  readAt: number;
}

// On globalThis: Settings and the webhook are bundled apart and must see one cache.
const shared = globalThis as typeof globalThis & { playheadWebhookTokens?: Cache | undefined };

/**
 * The tokens made in Settings or at the first start that are not revoked, read again after two seconds so that another
 * process's changes arrive. While the database does not answer, what was last read stays in force.
 *
 * @throws what the store throws, when nothing has been read yet
 */
export async function webhookTokens(store: Store): Promise<string[]> {
  const cached = shared.playheadWebhookTokens;
  if (cached && Date.now() - cached.readAt < lifetimeMs) return cached.tokens;
  try {
    const tokens = await readTokens(store);
    shared.playheadWebhookTokens = { tokens, readAt: Date.now() };
    return tokens;
  } catch (error) {
    if (!cached) throw error;
    shared.playheadWebhookTokens = { ...cached, readAt: Date.now() };
    return cached.tokens;
  }
}

/** Makes the next call read the tokens again: to be called where they change. */
export function forgetWebhookTokens(): void {
  shared.playheadWebhookTokens = undefined;
}

/** Makes a token at the first start, so that a webhook can be registered without configuring anything. */
export async function ensureWebhookToken(store: Store): Promise<void> {
  if ((await store.records.webhookToken.count()) > 0) return;
  const token = randomBytes(24).toString("base64url");
  // Two processes may start at once: the first row stays.
  await store.records.webhookToken.upsert({
    where: { id: generatedTokenId },
    create: { id: generatedTokenId, name: "Generated at first start", token, createdAt: BigInt(Date.now()) * 1000n },
    update: {},
  });
}

async function readTokens(store: Store): Promise<string[]> {
  const rows = await store.records.webhookToken.findMany({ where: { revokedAt: null }, select: { token: true } });
  return rows.map((row) => row.token);
}
