import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { importAll } from "@/lib/ingest/import/import-all";
import { readLines } from "@/lib/ingest/import/read-lines";
import { runDueJobs } from "@/lib/jobs/run-due-jobs";
import { bigintJson } from "@/lib/json/bigint-json";
import type { Store } from "@/lib/store/connection/open-store";
import { requestErasure } from "@/lib/store/erasure/erasures";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { erasureJob } from "./erasure-job";
import { reapplyErasures } from "./reapply";

const said = (text: string, visitor: string, key = visitor) => ({
  ...eventOf("note", { note: text }, "2024-01-01 00:00:01", key),
  visitor: { key: visitor, id: 1 },
});
/** Not an event: it has no time. */
const { timestamp: _, ...unreadable } = said("CANARY unreadable", "visitor of ann");
const broken = `{"events":[${JSON.stringify(said("CANARY broken", "visitor of ann")).slice(0, -9)}`;
const other = said("hello", "ben");
const { timestamp: _other, ...otherUnreadable } = said("unreadable", "ben");
const nothing = { accepted: 0, duplicates: 0, quarantined: 0, erased: 0 };

beforeEach(() => {
  vi.stubEnv("ERASURE_JOURNAL", join(mkdtempSync(join(tmpdir(), "playhead-quarantine-")), "erasures.jsonl"));
});
afterEach(() => vi.unstubAllEnvs());

describeEachDatabase("what was erased from quarantine", (openStore) => {
  const bodies = [{ events: [unreadable, other] }, { events: [unreadable] }, broken];

  async function erased(mode: "content" | "whole"): Promise<Store> {
    const store = await openStore();
    const stored = await deliver(store, { events: [said("hi", "visitor of ann")] }, ...bodies);
    expect(stored.map(({ verdict }) => verdict)).toEqual(["accepted", "partial", "quarantined", "quarantined"]);
    await inTransaction(store, (within) =>
      requestErasure(within, {
        ...{
          id: "e1",
          mode,
          subjectType: "visitor",
          subjectKey: "visitor of ann",
          reason: "Case 7",
          refuseFuture: false,
        },
        ...{ requestedBy: "privacy@example.com", requestedAt: 1n },
      }),
    );
    await runDueJobs(store, { kinds: [erasureJob] });
    expect(await store.reader.erasure.findFirst()).toMatchObject({ state: "done" });
    expect(await textOf(store)).not.toContain("CANARY");
    return store;
  }

  it.each(["content", "whole"] as const)("is counted as erased when it is sent again: %s", async (mode) => {
    const store = await erased(mode);
    const again = await deliver(store, ...bodies, { events: [unreadable, other, otherUnreadable] });
    expect(again).toMatchObject([
      { ...nothing, verdict: "accepted", duplicates: 1, erased: 1 },
      { ...nothing, verdict: "accepted", erased: 1 },
      { ...nothing, verdict: "accepted", erased: 1 },
      { ...nothing, verdict: "partial", duplicates: 1, quarantined: 1, erased: 1 },
    ]);
    expect(await textOf(store)).not.toContain("CANARY");
    const { id } = again[3] ?? { id: 0n };
    const { bytes } = await store.reader.deliveryBody.findUniqueOrThrow({ where: { id } });
    expect(Buffer.from(bytes).toString()).toBe(JSON.stringify({ events: [other, otherUnreadable] }));
    const rows = await store.reader.delivery.findMany({ orderBy: { id: "desc" }, take: 4 });
    expect(rows.map(({ resolution, reason }) => [resolution, reason === null])).toEqual([
      ["open", false],
      ...[
        ["none", true],
        ["none", true],
        ["none", true],
      ],
    ]);
    const [changed] = await deliver(store, broken.replace("CANARY", "another"));
    expect(changed).toMatchObject({ verdict: "quarantined", erased: 0 });
  });

  it("is counted as erased by an import, and by a database that applies the journal again", async () => {
    await erased("whole");
    const empty = await openStore();
    expect(await reapplyErasures(empty)).toBe(1);
    const lines = readLines(Readable.from([Buffer.from(`${JSON.stringify(bodies[0])}\n`)]));
    const faults: string[] = [];
    const onFault = ({ reason }: { reason: string }) => void faults.push(reason);
    const signal = new AbortController().signal;
    const report = await importAll(empty, lines, { secrets: [], signal, onFault, onProgress: async () => {} });
    expect(report).toMatchObject({ ...nothing, accepted: 1, erased: 1, unreadable: 0 });
    expect(faults).toEqual([]);
    expect(await textOf(empty)).not.toContain("CANARY");
  });
});

async function textOf({ reader }: Store): Promise<string> {
  const bodies = await reader.deliveryBody.findMany();
  const rows = [
    await reader.event.findMany(),
    await reader.quarantinedEvent.findMany(),
    await reader.delivery.findMany(),
  ];
  const text = bigintJson(rows);
  return text + bodies.map(({ bytes }) => Buffer.from(bytes).toString()).join("\n");
}
