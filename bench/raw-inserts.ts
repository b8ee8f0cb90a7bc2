import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { readEvent } from "@/lib/event-types/read-event";
import { eventRow } from "@/lib/store/log/event-row";
import { conversation } from "./conversations";

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE "Event" ("id" INTEGER PRIMARY KEY, "raw" TEXT NOT NULL, "searchText" TEXT NOT NULL);
  CREATE VIRTUAL TABLE "EventSearch" USING fts5(
    "searchText", content = 'Event', content_rowid = 'id', tokenize = 'trigram', detail = 'none', columnsize = 0
  );
  CREATE TRIGGER "EventSearch_insert" AFTER INSERT ON "Event" WHEN new."searchText" <> '' BEGIN
    INSERT INTO "EventSearch" (rowid, "searchText") VALUES (new."id", new."searchText");
  END;`;

interface Row {
  raw: string;
  searchText: string;
}

/** SQLite's maximum rate: texts of events with the search index and nothing else, durable, with the bare driver. */
export class RawInserts {
  readonly #folder = mkdtempSync(join(tmpdir(), "playhead-bench-raw-"));
  readonly #database = new Database(join(this.#folder, "raw.db"));
  readonly #rows: readonly Row[];
  readonly #batch: number;

  /** Prepares `count` rows, to be inserted in transactions of `batch`. */
  constructor(count: number, batch: number) {
    this.#batch = batch;
    this.#rows = Array.from({ length: count / 10 }, (_, number) => conversation(number, 10, "raw"))
      .flat()
      .map((event) => {
        const raw = JSON.stringify(event);
        const { searchText } = eventRow(readEvent({ id: "1", raw, receivedAt: "", deliveryId: "1" }));
        return { raw, searchText };
      });
    this.#database.exec(schema);
  }

  /** Inserts all rows again. Returns rows per second. */
  rate(): number {
    const insert = this.#database.prepare('INSERT INTO "Event" ("raw", "searchText") VALUES (?, ?)');
    const insertAll = this.#database.transaction((rows: readonly Row[]) => {
      for (const { raw, searchText } of rows) insert.run(raw, searchText);
    });
    const startedAt = performance.now();
    for (let place = 0; place < this.#rows.length; place += this.#batch) {
      insertAll(this.#rows.slice(place, place + this.#batch));
    }
    return this.#rows.length / ((performance.now() - startedAt) / 1000);
  }

  close(): void {
    this.#database.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
