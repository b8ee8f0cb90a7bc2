import "server-only";
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

/** Up to where an export reads: later events and conversations are not part of it. */
export interface Cut {
  eventId: bigint;
  conversationId: bigint;
}

/** Ids looked through by one statement: few enough that it takes milliseconds, in a process that also answers the webhook. */
const window = 500n;
/** What other tables answer is gathered anew by each statement, so it goes through all ids in few of them. */
const mostOfSearch = 20_000;

/** The end of the log at this moment. */
export async function readCut({ reader }: Store): Promise<Cut> {
  const clock = await reader.writerClock.findUnique({ where: { id: 1 } });
  return { eventId: clock?.eventId ?? 0n, conversationId: clock?.conversationId ?? 0n };
}

/**
 * The conversations that match, oldest in the database first, in pages. Their ids never change, so one is neither skipped
 * nor named twice whatever arrives meanwhile; whether it matches is looked at when its turn comes.
 */
export async function* listMatching(
  store: Store,
  filters: ConversationFilters,
  cut: Cut,
): AsyncGenerator<MatchingConversation[]> {
  const asked = await readAsked(store, filters);
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
