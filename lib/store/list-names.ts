import "server-only";
import type { ConversationFilters } from "@/lib/api/filters";
import type { Store } from "./client";
import { foldForSearch } from "./search-text";

/** What names in filters stand for. `null`: something was asked for, and none of it exists. */
export interface ResolvedNames {
  bots: readonly string[] | null;
  channels: readonly string[] | null;
  labels: {
    /** Those asked for that are ids of labels in use. */
    ids: readonly string[];
    /** Those whose names were asked for. */
    named: readonly { accountKey: string; labelId: string }[];
  };
}

/**
 * Looks up names, in any case and any language, in the short lists that they come from: databases disagree on what upper
 * and lower case are.
 */
export async function resolveNames(store: Store, filters: ConversationFilters): Promise<ResolvedNames> {
  const [bots, channels, labels, labelIds] = await Promise.all([
    filters.bot.length === 0 ? [] : store.reader.bot.findMany({ select: { id: true, name: true } }),
    filters.channel.length === 0 ? [] : listChannels(store),
    filters.label.length === 0 ? [] : store.reader.label.findMany({ where: { name: { not: null } } }),
    labelIdsInUse(store, filters.label),
  ]);
  const isBot = matcher(filters.bot);
  const isChannel = matcher(filters.channel);
  const isLabel = matcher(filters.label);
  return {
    // An id counts also where no bot of the dictionary has it.
    bots: [...new Set([...filters.bot, ...bots.filter(({ name }) => isBot(name)).map(({ id }) => id)])],
    channels: found(filters.channel, channels.filter(isChannel)),
    labels: {
      ids: labelIds,
      named: labels.filter(({ name }) => isLabel(name)).map(({ accountKey, labelId }) => ({ accountKey, labelId })),
    },
  };
}

async function labelIdsInUse({ reader }: Store, wanted: readonly string[]): Promise<string[]> {
  const rows = await Promise.all(
    wanted.map((labelId) => reader.conversationLabel.findFirst({ where: { labelId }, select: { labelId: true } })),
  );
  return rows.filter((row) => row !== null).map(({ labelId }) => labelId);
}

/** The channels that occur, read from the index one by one rather than by a scan. */
export async function listChannels({ reader }: Store): Promise<string[]> {
  const rows = await reader.$queryRaw<{ channel: string }[]>`
    WITH RECURSIVE "Found" ("channel") AS (
      SELECT min("channel") FROM "Conversation"
      UNION ALL
      SELECT (SELECT min(c."channel") FROM "Conversation" c WHERE c."channel" > f."channel")
      FROM "Found" f WHERE f."channel" IS NOT NULL
    )
    SELECT "channel" FROM "Found" WHERE "channel" IS NOT NULL`;
  return rows.map(({ channel }) => channel);
}

function matcher(wanted: readonly string[]): (name: string | null) => boolean {
  const folded = new Set(wanted.map(foldForSearch));
  return (name) => name !== null && folded.has(foldForSearch(name));
}

function found(wanted: readonly string[], names: readonly string[]): readonly string[] | null {
  return wanted.length > 0 && names.length === 0 ? null : names;
}
