import "server-only";
import type { Store } from "@/lib/store/connection/open-store";
import { readWebhookTokens } from "./webhook-tokens";

const lifetimeMs = 2000;

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
    const tokens = (await readWebhookTokens(store)).map(({ token }) => token);
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
