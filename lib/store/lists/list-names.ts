import "server-only";
import { namer } from "@/lib/search/is-found";
import type { Store } from "@/lib/store/connection/client";
import { listValues } from "./list-values";

/** Labels that were asked for. */
export interface ResolvedLabels {
  /** Those that are ids of labels in use. */
  ids: readonly string[];
  /** Those whose names were asked for. */
  named: readonly { accountKey: string; labelId: string }[];
}

// Names are looked up, in any case and any language, in the short lists that they come from: databases disagree on what upper
// and lower case are.

/** Ids of bots by id or name. An id counts also where no bot of the dictionary has it. */
export async function resolveBots({ reader }: Store, wanted: readonly string[]): Promise<string[]> {
  if (wanted.length === 0) return [];
  const bots = await reader.bot.findMany({ select: { id: true, name: true } });
  const isWanted = matcher(wanted);
  return [...new Set([...wanted, ...bots.filter(({ name }) => isWanted(name)).map(({ id }) => id)])];
}

/** Channels by name: as they are written in the conversations. */
export async function resolveChannels(store: Store, wanted: readonly string[]): Promise<string[]> {
  return wanted.length === 0 ? [] : (await listValues(store, "Conversation.channel")).filter(matcher(wanted));
}

/** Keys of accounts by key or id, and whether there are no others. */
export async function resolveAccounts(
  { reader }: Store,
  wanted: readonly string[],
): Promise<{ keys: string[]; areAll: boolean }> {
  if (wanted.length === 0) return { keys: [], areAll: false };
  const accounts = await reader.platformAccount.findMany();
  const found = accounts.filter(({ key, platformId }) =>
    [key, platformId].some((name) => name !== null && wanted.includes(name)),
  );
  return { keys: found.map(({ key }) => key), areAll: found.length > 0 && found.length === accounts.length };
}

/** Labels by id or name. */
export async function resolveLabels(store: Store, wanted: readonly string[]): Promise<ResolvedLabels> {
  if (wanted.length === 0) return { ids: [], named: [] };
  const labels = await store.reader.label.findMany({ where: { name: { not: null } } });
  const isWanted = matcher(wanted);
  return {
    ids: await labelIdsInUse(store, wanted),
    named: labels.filter(({ name }) => isWanted(name)).map(({ accountKey, labelId }) => ({ accountKey, labelId })),
  };
}

async function labelIdsInUse({ reader }: Store, wanted: readonly string[]): Promise<string[]> {
  const rows = await Promise.all(
    wanted.map((labelId) => reader.conversationLabel.findFirst({ where: { labelId }, select: { labelId: true } })),
  );
  return rows.filter((row) => row !== null).map(({ labelId }) => labelId);
}

function matcher(wanted: readonly string[]): (name: string | null) => boolean {
  const tests = wanted.map(namer);
  return (name) => name !== null && tests.some((isNamed) => isNamed(name));
}
