import { copyFileSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import { openStore } from "@/lib/store/connection/open-store";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { migrate } from "@/prisma/migrate";
import { vacuumOnce } from "./vacuum-once";

const folder = mkdtempSync(join(tmpdir(), "playhead-vacuum-"));
const empty = join(folder, "empty.db");
const told: string[] = [];
const tell = (line: string) => told.push(line);

beforeAll(() => migrate({ dialect: "sqlite", path: empty }));

describe("vacuumOnce", () => {
  it("removes from the file what connections without secure_delete have deleted, once", async () => {
    const path = copy("used.db");
    await fill(path);
    deleteEvents(path);
    expect(copiesOf("CANARY", path)).toBeGreaterThan(0);
    expect(vacuumOnce(path, tell)).toBeNull();
    expect(copiesOf("CANARY", path)).toBe(0);
    expect(vacuumOnce(path, tell)).toBeNull();
    expect(told.splice(0)).toHaveLength(1);
  });

  it("only marks a new database", () => {
    const path = copy("new.db");
    expect(vacuumOnce(path, tell)).toBeNull();
    expect(told).toEqual([]);
  });

  it("returns a warning if the database is in use, and tries again", async () => {
    const path = copy("busy.db");
    await fill(path);
    const other = new Database(path);
    other.exec("BEGIN IMMEDIATE");
    expect(vacuumOnce(path, tell)).toContain("the next start tries again");
    other.exec("ROLLBACK");
    expect(vacuumOnce(path, tell)).toBeNull();
    other.close();
  });
});

it("deleted text does not remain in the file of a store", async () => {
  const path = copy("secure.db");
  await fill(path);
  const store = openStore({ dialect: "sqlite", path });
  await store.records.event.deleteMany();
  await store.records.deliveryBody.deleteMany();
  await store.records.$executeRaw`INSERT INTO "EventSearch" ("EventSearch") VALUES ('optimize')`;
  await store.reader.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`;
  await store.close();
  expect(copiesOf("CANARY", path)).toBe(0);
});

function copy(name: string): string {
  const path = join(folder, name);
  copyFileSync(empty, path);
  return path;
}

async function fill(path: string): Promise<void> {
  const store = openStore({ dialect: "sqlite", path });
  const events = Array.from({ length: 200 }, (_, place) =>
    eventOf("x", { note: `CANARY ${place}` }, "2024-01-01 00:00:00"),
  );
  await deliver(store, { events });
  await store.close();
}

/** As a connection of an earlier version does. */
function deleteEvents(path: string): void {
  const database = new Database(path);
  database.pragma("secure_delete = OFF");
  database.exec('DELETE FROM "Event"; DELETE FROM "DeliveryBody"; DELETE FROM "Conversation"');
  database.exec(`INSERT INTO "EventSearch" ("EventSearch") VALUES ('optimize')`);
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
}

function copiesOf(text: string, path: string): number {
  return readFileSync(path, "latin1").split(text).length - 1;
}
