import "server-only";
import type { ScopeOptions } from "@/lib/api/scope-options";
import type { Viewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { listAccounts } from "@/lib/store/reads/list-accounts";
import { listBots } from "@/lib/store/reads/list-bot-and-label-names";

/** The bots and accounts in the viewer's own scope. */
export async function scopeOptions(viewer: Viewer): Promise<ScopeOptions> {
  const [bots, accounts] = await Promise.all([listBots(store(), viewer), listAccounts(store(), viewer)]);
  return {
    bots: bots.map(({ id, name }) => ({ value: id, name: name ?? `Bot ${id}` })),
    accounts: accounts.map(({ key, platformId }) => ({ value: key, name: platformId ?? key })),
  };
}
