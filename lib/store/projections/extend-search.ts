import "server-only";
import type { Statements } from "@/lib/store/connection/statements";

/** Ids beyond the index when it is extended. One text at a time costs the index five times as much. */
const waiting = 1000n;
/** Ids that one step takes in: some tens of milliseconds. */
const step = 4000n;

/**
 * Takes texts into SQLite's search index when many have gathered beyond its end. Searches read through those that wait
 * (text-condition.ts), so it makes no difference to what they find. Postgres does the same by itself, in the pending list of
 * its index.
 *
 * @param end the last ids of events and conversations that it may take in
 */
export async function extendSearch(
  transaction: Statements,
  { event, conversation }: { event: bigint; conversation: bigint },
  enough = waiting,
): Promise<boolean> {
  const [marks] = await transaction.$queryRaw<{ searchEvent: bigint; searchConversation: bigint }[]>`
    SELECT "searchEventId" AS "searchEvent", "searchConversationId" AS "searchConversation" FROM "WriterClock"`;
  const { searchEvent, searchConversation } = marks ?? { searchEvent: event, searchConversation: conversation };
  const extendsEvents = event - searchEvent >= enough;
  const extendsConversations = conversation - searchConversation >= enough;
  if (extendsEvents) {
    const end = smaller(searchEvent + step, event);
    await transaction.$executeRaw`
      INSERT INTO "EventSearch" (rowid, "searchText")
      SELECT "id", "searchText" FROM "Event" WHERE "id" > ${searchEvent} AND "id" <= ${end} AND "searchText" <> '' ORDER BY "id"`;
    await transaction.$executeRaw`UPDATE "WriterClock" SET "searchEventId" = ${end} WHERE "id" = 1`;
  }
  if (extendsConversations) {
    const end = smaller(searchConversation + step, conversation);
    await transaction.$executeRaw`
      INSERT INTO "ConversationSearch" (rowid, "searchText")
      SELECT "id", "searchText" FROM "Conversation"
      WHERE "id" > ${searchConversation} AND "id" <= ${end} AND "searchText" <> '' ORDER BY "id"`;
    await transaction.$executeRaw`UPDATE "WriterClock" SET "searchConversationId" = ${end} WHERE "id" = 1`;
  }
  return extendsEvents || extendsConversations;
}

function smaller(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}
