import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import type { Store } from "@/lib/store/connection/open-store";
import { allocateIds } from "@/lib/store/log/writer-clock";
import { extendSearch } from "@/lib/store/projections/extend-search";
import { waitForTurn } from "@/lib/store/projections/projector-turn";

const limits = { maxWait: 10_000, timeout: 120_000 };

/**
 * Rebuilds the search index. On SQLite it is emptied and extended step by step; searches scan what is missing in the meantime.
 * Postgres rebuilds it concurrently.
 */
export async function rebuildSearch(store: Store, courtesyMs: number): Promise<void> {
  if (store.dialect === "postgresql") return reindex(store);
  await store.writer.$transaction(async (transaction) => {
    await allocateIds(transaction);
    await transaction.$executeRaw`INSERT INTO "EventSearch" ("EventSearch") VALUES ('delete-all')`;
    await transaction.$executeRaw`INSERT INTO "ConversationSearch" ("ConversationSearch") VALUES ('delete-all')`;
    await transaction.$executeRaw`UPDATE "WriterClock" SET "searchEventId" = 0, "searchConversationId" = 0 WHERE "id" = 1`;
  }, limits);
  await completeSearch(store, courtesyMs);
}

/** Adds all waiting texts to SQLite's search index; does nothing on Postgres. */
export async function completeSearch({ writer, dialect }: Store, courtesyMs: number): Promise<void> {
  if (dialect === "postgresql") return;
  const extend = () =>
    writer.$transaction(async (transaction) => extendSearch(transaction, await allocateIds(transaction), 1n), limits);
  while (await extend()) await delay(courtesyMs);
}

async function reindex({ writer }: Store): Promise<void> {
  await writer.$transaction(async (transaction) => {
    // While this holds the projector's turn, no trigger writes a newer text.
    await waitForTurn(transaction, "postgresql");
    await transaction.$executeRaw`
      INSERT INTO "ConversationSearch" ("id", "searchText")
      SELECT c."id", c."searchText" FROM "Conversation" c LEFT JOIN "ConversationSearch" s ON s."id" = c."id"
      WHERE s."searchText" IS DISTINCT FROM c."searchText"
      ON CONFLICT ("id") DO UPDATE SET "searchText" = EXCLUDED."searchText"`;
  }, limits);
  for (const table of ["Event", "ConversationSearch"]) {
    const index = `"${table}_searchText_trigrams"`;
    const [found] = await writer.$queryRaw<{ name: string | null }[]>`SELECT to_regclass(${index})::text AS "name"`;
    await writer.$executeRawUnsafe(
      found?.name
        ? `REINDEX INDEX CONCURRENTLY ${index}`
        : `CREATE INDEX CONCURRENTLY ${index} ON "${table}"
            USING gin ("searchText" gin_trgm_ops) WITH (gin_pending_list_limit = 256)`,
    );
  }
}
