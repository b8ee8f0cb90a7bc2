import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SqliteConnection } from "@/lib/store/connection/sqlite-connection";
import { fillAndErase, occurrences } from "@/lib/testing/erased-content";
import { emptyWal } from "./clean-files";
import { clearUnusedSpace } from "./clear-unused-space";

describe("clearUnusedSpace", () => {
  let folder = "";
  let path = "";
  let connection: SqliteConnection;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "playhead-test-"));
    path = join(folder, "playhead.db");
    connection = SqliteConnection.open(path);
    fillAndErase(connection);
  });
  afterEach(() => {
    connection.close();
    rmSync(folder, { recursive: true });
  });

  it("leaves no copies of moved content, and changes nothing else", async () => {
    const before = contents(connection);
    expect(await emptyWal(path)).toBe(true);
    expect(occurrences(path)).toBeGreaterThan(0);
    expect(await clearUnusedSpace(path)).toBe(0);
    expect(occurrences(path)).toBe(0);
    expect(contents(connection)).toEqual(before);
    expect(read(connection, "PRAGMA integrity_check")).toEqual([["ok"]]);
  });

  it("prevents connections from writing copies back that they have in memory", async () => {
    await emptyWal(path);
    contents(connection);
    await clearUnusedSpace(path);
    // Writes every page.
    connection.run("UPDATE t SET v = substr(v, 1, length(v) - 1) || 'x'");
    expect(await emptyWal(path)).toBe(true);
    expect(occurrences(path)).toBe(0);
    expect(read(connection, "PRAGMA integrity_check")).toEqual([["ok"]]);
  });

  it("clears pages that are in the write-ahead log, but not while a reader needs them there", async () => {
    await emptyWal(path);
    const reader = SqliteConnection.open(path, true);
    reader.run("BEGIN");
    read(reader, "SELECT count(*) FROM t");
    connection.run("UPDATE t SET v = substr(v, 1, length(v) - 1) || 'x'");
    expect(await clearUnusedSpace(path)).toBeGreaterThan(0);
    reader.run("COMMIT");
    expect(await clearUnusedSpace(path)).toBe(0);
    expect(await emptyWal(path)).toBe(true);
    expect(occurrences(path)).toBe(0);
    reader.close();
  });
});

function contents(connection: SqliteConnection): unknown {
  return read(connection, "SELECT * FROM t ORDER BY id");
}

function read(connection: SqliteConnection, sql: string): unknown[][] {
  return connection.query({ sql, args: [], argTypes: [] }).rows;
}
