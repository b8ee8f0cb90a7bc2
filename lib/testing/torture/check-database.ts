import { expect } from "vitest";
import type { Database } from "@/lib/env/database-url";
import { openStore, type Store } from "@/lib/store/connection/open-store";
import { project } from "@/lib/store/projections/project";
import { rebuild } from "@/lib/store/projections/rebuild/rebuild";
import { completeSearch } from "@/lib/store/projections/rebuild/rebuild-search";

/**
 * Checks the invariants after any crash: each acknowledged event exists exactly once, there are no duplicates, the file is
 * intact, and deriving everything again from the log changes nothing. Returns the number of events.
 *
 * @param isComplete whether everything was acknowledged, so that there must be no other event
 */
export async function checkDatabase(
  database: Database,
  acknowledged: ReadonlySet<string>,
  isComplete: boolean,
): Promise<number> {
  const store = openStore(database);
  try {
    await project(store);
    if (database.dialect === "sqlite") {
      await completeSearch(store, 0);
      await checkFile(store);
    }
    const rows = await store.reader.event.findMany({ select: { raw: true } });
    const texts = rows.map(({ raw }) => (JSON.parse(raw) as StoredMessage).event.payload.message.text);
    const stored = new Set(texts);
    const missing = [...acknowledged].filter((text) => !stored.has(text));
    expect(missing, "acknowledged and lost").toEqual([]);
    expect(texts.length - stored.size, "stored twice").toBe(0);
    if (isComplete) expect(stored.size).toBe(acknowledged.size);

    const counts = await store.reader.conversation.aggregate({ _sum: { eventCount: true } });
    expect(counts._sum.eventCount ?? 0).toBe(texts.length);
    const { events, conversations } = await rebuild(store, () => {});
    expect([events.changed, conversations.changed], "differs from the log").toEqual([0, 0]);
    return texts.length;
  } finally {
    await store.close();
  }
}

interface StoredMessage {
  event: { payload: { message: { text: string } } };
}

async function checkFile({ reader, records }: Store): Promise<void> {
  expect(await reader.$queryRaw`PRAGMA integrity_check`).toEqual([{ integrity_check: "ok" }]);
  expect(await reader.$queryRaw`PRAGMA foreign_key_check`).toEqual([]);
  // Fails if the search index differs from its table.
  await records.$executeRaw`INSERT INTO "EventSearch" ("EventSearch", "rank") VALUES ('integrity-check', 1)`;
}
