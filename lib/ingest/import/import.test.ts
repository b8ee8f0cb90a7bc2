import { appendFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { noFilters } from "@/lib/filters/conversation-filters";
import { prepareDelivery } from "@/lib/ingest/body/prepare-delivery";
import { exportEvents } from "@/lib/queries/exports/export-events";
import { simulate } from "@/lib/simulator/simulate";
import type { Store } from "@/lib/store/connection/client";
import { append } from "@/lib/store/log/append";
import { project } from "@/lib/store/projections/project";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf, samples } from "@/lib/testing/deliver";
import { manyConversations } from "@/lib/testing/many-conversations";
import { stateHash } from "@/lib/testing/state-hash";
import { stateOf } from "@/lib/testing/state-of";
import { useStore } from "@/lib/testing/use-store";
import { testViewer } from "@/lib/testing/viewer";
import { type ImportFault, type ImportOptions, importAll } from "./import-all";
import { importFile } from "./import-file";
import { readLines } from "./read-lines";

const folder = mkdtempSync(join(tmpdir(), "playhead-import-"));
const event = (second: number, key = "k") =>
  eventOf("note", { note: `n${second}` }, `2024-01-01 10:00:${String(second).padStart(2, "0")}`, key);

const origin = {
  receivedAt: 1_704_100_000_000_000n,
  source: "reprocess",
  tokenPlace: null,
  contentType: null,
  secrets: [],
} as const;

describeEachDatabase("an import", (openStore) => {
  it("of an export into an empty database results in the same state", async () => {
    const first = await openStore();
    for (const sample of samples().values()) await deliver(first, sample);
    const many = manyConversations(40);
    // Out of order, several per transaction, some twice, and with equal events within one delivery.
    for (const body of [...many.slice(20), ...many.slice(0, 25)]) await deliver(first, body);
    const twins = [event(1, "twins"), event(1, "twins"), event(1, "twins"), event(2, "twins")];
    await deliver(
      first,
      { events: twins },
      { events: [event(3, "twins"), event(3, "twins")] },
      { events: [event(1, "twins")] },
    );
    // JSON that a database or JavaScript cannot store.
    const odd =
      '{"events":[{"event":{"type":"note","payload":{"note":"\\u0000 \\ud800","n":9007199254740993,"n":1e999,"x":NaN,}},"conversation":{"key":"odd"},"timestamp":"2024-01-01 10:00:00.000001"}]}';
    await deliver(first, odd);

    await append(first, [
      {
        ...prepareDelivery(Buffer.from(JSON.stringify({ events: [event(5, "mended")] })), origin),
        editedBy: "admin@example.com",
      },
    ]);
    await project(first);

    const second = await openStore();
    const report = await run(second, await exported(first));
    expect(report).toMatchObject({ duplicates: 0, quarantined: 0, unreadable: 0 });
    expect(await stateOf(second)).toEqual(await stateOf(first));
    expect(await stateHash(second)).toBe(await stateHash(first));
    const marked = await second.reader.event.findMany({ where: { editedBy: { not: null } } });
    expect(marked.map(({ editedBy }) => editedBy)).toEqual(["admin@example.com"]);
    const times = ({ reader }: Store) =>
      reader.delivery.findMany({ where: { source: "import" }, select: { durationUs: true } });
    expect((await times(second)).every(({ durationUs }) => durationUs === 0)).toBe(true);

    const again = await run(second, await exported(first));
    expect(again).toMatchObject({ accepted: 0, duplicates: report.accepted });
    const both = (await exported(first)) + (await exported(first));
    const third = await openStore();
    await run(third, both);
    expect((await stateOf(third)).conversations).toEqual((await stateOf(first)).conversations);
    await deliver(third, { events: [event(9, "twins")] });
    expect(await stateHash(third)).not.toBe(await stateHash(first));
  });

  it("has the same result, whatever the order, batches and duplicates in the export", async () => {
    const [story] = simulate({ seed: "import", conversations: 4, now: Date.UTC(2026, 10, 22, 12) }).filter(
      ({ events }) => events.length > 12,
    );
    const events = story?.events ?? [];
    const arrival = fc.record({
      order: fc.shuffledSubarray(events, { minLength: events.length }),
      size: fc.integer({ min: 1, max: 7 }),
      repeats: fc.subarray(events),
    });
    await fc.assert(
      fc.asyncProperty(arrival, async ({ order, size, repeats }) => {
        const [first, second] = [await openStore(), await openStore()];
        for (let start = 0; start < order.length; start += size) {
          await deliver(first, { events: order.slice(start, start + size) });
        }
        for (const repeat of repeats) await deliver(first, { events: [repeat] });
        await run(second, await exported(first));
        expect(await stateOf(second)).toEqual(await stateOf(first));
      }),
      { numRuns: 4 },
    );
  });

  it("accepts deliveries' bodies and single events, and reports unreadable lines", async () => {
    const store = await openStore();
    const lines = [
      JSON.stringify({ token: "a secret", events: [event(1), { event: {}, conversation: { key: "k" } }] }),
      JSON.stringify(event(2)),
      "",
      "{ not JSON",
      JSON.stringify({ token: "x" }),
      JSON.stringify({ event: { type: "note" }, conversation: { key: "k" }, timestamp: "yesterday" }),
      JSON.stringify({ raw: "{", receivedAt: "2024-01-01T10:00:00.000000Z" }),
      "[1, 2]",
      `\ufeff${JSON.stringify(event(3))}\r`,
      JSON.stringify(event(2)),
    ];
    const faults: ImportFault[] = [];
    const report = await run(store, lines.join("\n"), { onFault: (fault) => faults.push(fault) });
    expect(report).toMatchObject({ accepted: 3, duplicates: 1, quarantined: 2, unreadable: 4 });
    expect(faults.map(({ line }) => line).sort()).toEqual([1, 4, 5, 6, 7, 8]);
    expect(faults.filter(({ deliveryId }) => deliveryId === null).map(({ line }) => line)).toEqual([5]);
    const kept = await store.reader.delivery.findMany({ orderBy: { id: "asc" } });
    expect(kept.map(({ source }) => source)).toEqual(Array(8).fill("import"));
    const bodies = await store.reader.deliveryBody.findMany();
    expect(bodies).toHaveLength(8);
    expect(bodies.some(({ bytes }) => Buffer.from(bytes).includes("a secret"))).toBe(false);
  });

  it("resumes after an interruption, and starts again in another database or with another file", async () => {
    const store = await openStore();
    const path = join(folder, `${Math.random()}.jsonl`);
    const lines = Array.from({ length: 1500 }, (_, place) => JSON.stringify(event(place % 60, `k${place}`)));
    writeFileSync(path, lines.join("\n"));
    const stop = new AbortController();
    const broken = await importFile(store, path, {
      ...options(),
      signal: stop.signal,
      onProgress: async ({ accepted }) => {
        if (accepted >= 500) stop.abort();
      },
    });
    expect(broken.accepted).toBeGreaterThanOrEqual(500);
    expect(broken.accepted).toBeLessThan(1000);
    const rest = await importFile(store, path, options());
    expect(rest).toMatchObject({ accepted: 1500 - broken.accepted, duplicates: 0, began: broken.next });
    expect(await store.reader.event.count()).toBe(1500);

    appendFileSync(path, `\n${JSON.stringify(event(1, "one more"))}`);
    expect(await importFile(store, path, options())).toMatchObject({ accepted: 1, duplicates: 1500 });
    expect(await importFile(await openStore(), path, options())).toMatchObject({ accepted: 1501, duplicates: 0 });
  });

  it("starts again if the file was changed up to that position", async () => {
    const store = await openStore();
    const path = join(folder, `${Math.random()}.jsonl`);
    const lines = Array.from({ length: 600 }, (_, place) => JSON.stringify(event(place % 60, `k${place}`)));
    writeFileSync(path, lines.join("\n"));
    const stop = new AbortController();
    const broken = await importFile(store, path, {
      ...options(),
      signal: stop.signal,
      onProgress: async () => stop.abort(),
    });
    const last = broken.next.line - 2;
    expect(broken).toMatchObject({ accepted: last + 1, duplicates: 0 });
    expect(broken.accepted).toBeLessThan(600);
    writeFileSync(path, lines.with(last, lines[last]?.replace(`"k${last}"`, `"q${last}"`) ?? "").join("\n"));
    expect(await importFile(store, path, options())).toMatchObject({
      began: { offset: 0 },
      accepted: 600 - broken.accepted + 1,
      duplicates: broken.accepted - 1,
    });
  });

  it("of a repeatedly interrupted export is complete", async () => {
    const first = await openStore();
    const bodies = Array.from({ length: 420 }, (_, place) => ({
      events: [event(1, `e${place}`), event(1, `e${place}`)],
    }));
    await deliver(first, ...bodies);
    const path = join(folder, `${Math.random()}.jsonl`);
    writeFileSync(path, await exported(first));

    const second = await openStore();
    let [runs, accepted, duplicates] = [0, 0, 0];
    for (let isDone = false; !isDone && runs < 20; runs += 1) {
      const stop = new AbortController();
      const report = await importFile(second, path, {
        ...options(),
        signal: stop.signal,
        onProgress: async () => stop.abort(),
      });
      accepted += report.accepted;
      duplicates += report.duplicates;
      isDone = report.accepted + report.duplicates === 0;
    }
    expect({ runs, accepted, duplicates }).toEqual({ runs: 4, accepted: 840, duplicates: 0 });
    expect(await stateHash(second)).toBe(await stateHash(first));
  });

  it("reads files that are compressed, in UTF-16 or one document", async () => {
    const documents = [
      gzipSync([event(1, "a"), event(2, "a")].map((each) => JSON.stringify(each)).join("\n")),
      Buffer.from(
        `\ufeff${[event(1, "b"), event(2, "b")].map((each) => JSON.stringify(each)).join("\r\n")}`,
        "utf16le",
      ),
      Buffer.from(JSON.stringify([{ events: [event(1, "c")] }, event(2, "c")], null, 2)),
      Buffer.from(JSON.stringify({ events: [event(1, "d"), event(2, "d")] }, null, 2)),
    ];
    const store = await openStore();
    for (const bytes of documents) {
      const path = join(folder, `${Math.random()}`);
      writeFileSync(path, bytes);
      const report = await importFile(store, path, options());
      expect(report).toMatchObject({ accepted: 2, duplicates: 0, quarantined: 0, unreadable: 0 });
      expect(await importFile(store, path, options())).toMatchObject({ accepted: 0, duplicates: 2, unreadable: 0 });
    }
    const path = join(folder, "table.csv");
    writeFileSync(path, "a,b\n".repeat(1000));
    await expect(importFile(store, path, options())).rejects.toThrow(/^The file is a table such as CSV/);
    expect(await store.reader.delivery.count({ where: { verdict: "quarantined" } })).toBe(0);
    expect(await store.reader.event.count()).toBe(8);
  });
});

function options(): ImportOptions {
  return { secrets: [], signal: new AbortController().signal, onFault: () => {}, onProgress: async () => {} };
}

/** In chunks of any length. */
async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += 1009) yield bytes.subarray(start, start + 1009);
}

function run(store: Store, text: string, changed: Partial<ImportOptions> = {}) {
  return importAll(store, readLines(chunksOf(text)), { ...options(), ...changed });
}

async function exported(store: Store): Promise<string> {
  useStore(store);
  let text = "";
  for await (const piece of await exportEvents(testViewer(), noFilters)) text += piece;
  return text;
}
