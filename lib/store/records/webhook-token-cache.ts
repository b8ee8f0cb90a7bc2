import "server-only";
import type { Store } from "@/lib/store/connection/open-store";
import { readWebhookTokens } from "./webhook-tokens";

const lifetimeMs = 2000;

interface Cache {
  tokens: string[];
  readAt: number;
}

// On globalThis: Settings and the webhook are bundled separately and must share one cache.
const shared = globalThis as typeof globalThis & { playheadWebhookTokens?: Cache | undefined };

/**
 * The valid tokens created in Settings or at the first start, cached for two seconds so that other processes' changes take
 * effect. While the database does not answer, the last known tokens remain valid.
 *
 * @throws the store's error if nothing has been read yet
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

/** Clears the cache: call after changing tokens. */
export function forgetWebhookTokens(): void {
  shared.playheadWebhookTokens = undefined;
}
