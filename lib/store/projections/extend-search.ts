import "server-only";
import type { Statements } from "@/lib/store/connection/statements";

/** Number of ids past the end of the index at which it is extended. Adding one text at a time would take five times as long. */
const waiting = 1000n;
/** Ids added per step: takes some tens of milliseconds. */
const step = 4000n;

/**
 * Adds texts to SQLite's search index when many are waiting. Searches scan the waiting texts (text-condition.ts), so results do
 * not change. Postgres does the same by itself, with the pending list of its index.
 *
 * @param end the last ids of events and conversations that may be added
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
