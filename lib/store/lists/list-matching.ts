import "server-only";
import type { Access } from "@/lib/access/scope";
import { defaultSort } from "@/lib/columns/sorts";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/client";
import { readAsked } from "./asked";
import { allMatching } from "./list-counts";
import { listWay } from "./list-way";

export interface MatchingConversation {
  id: bigint;
  key: string;
  eventCount: number;
}

/** The end of an export: later events and conversations are excluded. */
export interface Cut {
  eventId: bigint;
  conversationId: bigint;
}

/** Number of ids scanned per statement: takes milliseconds, since the process also serves the webhook. */
const window = 500n;
/** Matches in other tables are gathered again by each statement, so there should be few statements. */
const mostOfSearch = 20_000;

/** The current end of the log. */
export async function readCut({ reader }: Store): Promise<Cut> {
  const clock = await reader.writerClock.findUnique({ where: { id: 1 } });
  return { eventId: clock?.eventId ?? 0n, conversationId: clock?.conversationId ?? 0n };
}

/**
 * The matching conversations in pages, by ascending id. Ids never change, so concurrent writes cause neither gaps nor
 * duplicates; whether a conversation matches is evaluated when its page is read.
 */
export async function* listMatching(
  store: Store,
  access: Access,
  filters: ConversationFilters,
  cut: Cut,
): AsyncGenerator<MatchingConversation[]> {
  const asked = await readAsked(store, access, filters);
  const isOfFew = (await listWay(store, asked, defaultSort, 1)).begins === "few";
  const isSearch = isOfFew || asked.variables.length > 0 || asked.texts.length > 0;
  const matching = await allMatching(store, asked, { aside: !isOfFew });
  let after = 0n;
  while (after < cut.conversationId) {
    const end = isSearch ? cut.conversationId : smaller(after + window, cut.conversationId);
    const found = await store.reader.$queryRaw<MatchingConversation[]>`
      SELECT c."id" AS "id", c."key" AS "key", c."eventCount" AS "eventCount" ${matching}
      AND c."id" > ${after} AND c."id" <= ${end} ORDER BY c."id" LIMIT ${mostOfSearch}`;
    if (found.length > 0) yield found.map(({ id, key, eventCount }) => ({ id: BigInt(id), key, eventCount }));
    const last = found.at(-1);
    after = last === undefined || found.length < mostOfSearch ? end : BigInt(last.id);
  }
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
