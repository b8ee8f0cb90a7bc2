import type { Dialect } from "@/lib/env/database-url";
import { openStore, type Store } from "@/lib/store/connection/open-store";
import { freshDatabase } from "./database";
import type { Figure } from "./figure";
import { fill } from "./fill";

const conversations = 10_000;

/** Long-term disk usage per event: each in a separate delivery, whose body is deleted. */
export async function measureDisk(dialect: Dialect): Promise<Figure[]> {
  const fresh = await freshDatabase(dialect);
  const store = openStore(fresh.database);
  const empty = await size(store);
  await fill(store, { conversations, eventsPerDelivery: 1 });
  await store.writer.deliveryBody.deleteMany();
  const full = await size(store);
  const [row] = await store.reader.$queryRaw<{ events: bigint; bytes: bigint }[]>`
    SELECT count(*) AS "events", sum(octet_length("raw")) AS "bytes" FROM "Event"`;
  const events = Number(row?.events);
  await store.close();
  await fresh.drop();
  return [
    {
      name: `disk, good bodies pruned, ${dialect === "sqlite" ? "SQLite" : "Postgres"}`,
      value: (full - empty) / events,
      unit: "bytes an event",
      baseline: { name: "bytes of JSON", value: Number(row?.bytes) / events },
      wanted: { atMost: 3 },
    },
  ];
}

/** Bytes of tables and indexes, without SQLite's free pages, which later rows fill. */
async function size({ dialect, reader, writer }: Store): Promise<number> {
  if (dialect === "sqlite") {
    const [row] = await reader.$queryRaw<{ bytes: bigint }[]>`
      SELECT (page_count - freelist_count) * page_size AS "bytes"
      FROM pragma_page_count, pragma_freelist_count, pragma_page_size`;
    return Number(row?.bytes);
  }
  await writer.$executeRawUnsafe("VACUUM ANALYZE");
  const [row] = await reader.$queryRaw<{ bytes: bigint }[]>`SELECT pg_database_size(current_database()) AS "bytes"`;
  return Number(row?.bytes);
}
