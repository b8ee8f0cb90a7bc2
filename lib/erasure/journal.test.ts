import { randomBytes } from "node:crypto";
import { appendFileSync, mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { appendToJournal, type JournalEntry, readJournal } from "./journal";
import { journalPath } from "./journal-path";

const folder = mkdtempSync(join(tmpdir(), "playhead-journal-"));
const key = randomBytes(32);
let files = 0;
const newPath = () => join(folder, String(files++), "erasures.jsonl");
const hex = () => randomBytes(16).toString("hex");

function entryOf(id: string): JournalEntry {
  return {
    id,
    at: "2026-12-01T00:00:00.000000Z",
    mode: "content",
    subjectType: "visitor",
    subject: hex(),
    refuseFuture: false,
    conversations: [hex()],
    events: [hex(), hex()],
  };
}

describe("the erasure journal", () => {
  it("keeps every entry, readable by its owner only", () => {
    const path = newPath();
    const entries = ["a", "b", "c"].map(entryOf);
    for (const entry of entries) appendToJournal(path, key, entry);
    expect(readJournal(path)).toEqual({ key, entries, unreadable: [] });
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("is empty without a file", () => {
    expect(readJournal(newPath())).toEqual({ key: null, entries: [], unreadable: [] });
  });

  it("survives a power cut at every byte, and the next entry is written in full", () => {
    const whole = newPath();
    const [first, second, third] = ["a", "b", "c"].map(entryOf) as [JournalEntry, JournalEntry, JournalEntry];
    appendToJournal(whole, key, first);
    const kept = statSync(whole).size;
    appendToJournal(whole, key, second);
    const text = readFileSync(whole);
    for (let size = 0; size < text.length; size += 1) {
      writeFileSync(whole, text);
      truncateSync(whole, size);
      const before = readJournal(whole).entries;
      appendToJournal(whole, key, third);
      const { key: found, entries } = readJournal(whole);
      expect(found).toEqual(key);
      expect(entries).toEqual([...before, third]);
      if (size >= kept) expect(entries[0]).toEqual(first);
    }
  });

  it("names damaged lines", () => {
    const path = newPath();
    appendToJournal(path, key, entryOf("a"));
    appendFileSync(path, '{"id":"b"}\nxyz\n');
    appendToJournal(path, key, entryOf("c"));
    expect(readJournal(path)).toMatchObject({ entries: [{ id: "a" }, { id: "c" }], unreadable: [3, 4] });
  });

  it("unites what several lines say about one erasure", () => {
    const path = newPath();
    const [one, more] = [entryOf("a"), { ...entryOf("a"), refuseFuture: true }];
    for (const entry of [one, more, more]) appendToJournal(path, key, entry);
    expect(readJournal(path).entries).toEqual([
      {
        ...more,
        conversations: [...one.conversations, ...more.conversations],
        events: [...one.events, ...more.events],
      },
    ]);
  });

  it("refuses entries with another key", () => {
    const path = newPath();
    appendToJournal(path, key, entryOf("a"));
    expect(() => appendToJournal(path, randomBytes(32), entryOf("b"))).toThrow(
      expect.objectContaining({ code: "erasure_journal_foreign" }),
    );
  });

  it("is next to the SQLite file unless ERASURE_JOURNAL is set", () => {
    const sqlite = { dialect: "sqlite", path: "/data/playhead.db" } as const;
    const postgres = { dialect: "postgresql", url: "postgresql://localhost/playhead" } as const;
    expect(journalPath(sqlite, {})).toBe("/data/erasures.jsonl");
    expect(journalPath(postgres, {})).toBeNull();
    for (const database of [sqlite, postgres])
      expect(journalPath(database, { ERASURE_JOURNAL: "/var/erasures.jsonl" })).toBe("/var/erasures.jsonl");
  });
});
