import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { noFilters } from "@/lib/filters/conversation-filters";
import { deliveryById } from "@/lib/queries/deliveries/delivery-by-id";
import { exportEvents } from "@/lib/queries/exports/export-events";
import { Refusal } from "@/lib/queries/refusal";
import type { Store } from "@/lib/store/connection/open-store";
import { writeTransaction } from "@/lib/store/connection/write-transaction";
import { addTombstones, digestOf, readErasureKey } from "@/lib/store/erasure/tombstones";
import { append } from "@/lib/store/log/append";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, deliveryOf, eventOf } from "@/lib/testing/deliver";
import { eraseEverything } from "@/lib/testing/erase-everything";
import { useStore } from "@/lib/testing/use-store";
import { testUser, testViewer } from "@/lib/testing/viewer";
import { importAll } from "./import/import-all";
import { readLines } from "./import/read-lines";
import { reprocess } from "./reprocess";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const says = (text: string, key?: string) =>
  eventOf("message", { message_by: { type: "visitor" }, message: { type: "text", text } }, "2024-01-01 00:00:01", key);
const nothing = { accepted: 0, duplicates: 0, quarantined: 0, erased: 0 };

describeEachDatabase("erased events", (openStore) => {
  it("are not stored when they are sent again, and leave no conversation and no text", async () => {
    const store = await openStore();
    await deliver(store, { events: [says("secret")] });
    await emptyLog(store);
    const [again] = await deliver(store, { events: [says("secret")] });
    expect(again).toMatchObject({ ...nothing, erased: 1 });
    expect(await store.reader.event.count()).toBe(0);
    expect(await store.reader.conversationKey.count()).toBe(0);
    expect(await store.reader.repeat.count()).toBe(0);
    const row = await store.reader.delivery.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(row).toMatchObject({ ...nothing, erased: 1, verdict: "accepted", firstEventId: null });
    const { bytes } = await store.reader.deliveryBody.findUniqueOrThrow({ where: { id: row.id } });
    expect(Buffer.from(bytes).toString()).toBe('{"events":[]}');
  });

  it("are cut out of a delivery with others, whose ids follow each other", async () => {
    const store = await openStore();
    await deliver(store, { events: [says("erased")] });
    await eraseEverything(store);
    const others = [says("one"), says("two")];
    const body = { events: [says("erased"), others[0], { bad: 1 }, others[1]] };
    const [first, second] = await deliver(store, body, body);
    expect(first).toMatchObject({ accepted: 2, duplicates: 0, quarantined: 1, erased: 1 });
    expect(second).toMatchObject({ accepted: 0, duplicates: 2, quarantined: 1, erased: 1 });
    for (const { id = 0n } of [first ?? {}, second ?? {}]) {
      const { bytes } = await store.reader.deliveryBody.findUniqueOrThrow({ where: { id } });
      expect(Buffer.from(bytes).toString()).toBe(JSON.stringify({ events: [others[0], { bad: 1 }, others[1]] }));
    }
    useStore(store);
    const detail = await deliveryById(testViewer(), String(first?.id));
    if (detail instanceof Refusal) throw new Error(detail.message);
    expect(detail).toMatchObject({ erased: 1, position: null, size: JSON.stringify(body).length });
    expect(detail.eventIds).toHaveLength(2);
    expect(detail.response?.body).toContain('"erased":1');
  });

  it("keep no body that they cannot be cut out of", async () => {
    const store = await openStore();
    await deliver(store, { events: [says("erased")] });
    await eraseEverything(store);
    const [stored, plain] = await deliver(
      store,
      { name: "Priya", events: [says("erased")] },
      { events: [says("new")] },
    );
    const bodies = await store.reader.deliveryBody.findMany({ where: { id: { gte: stored?.id ?? 0n } } });
    expect(bodies.map(({ id, bytes }) => [id, Buffer.from(bytes).toString()])).toEqual([
      [plain?.id, JSON.stringify({ events: [says("new")] })],
    ]);
  });

  it("include later events of a visitor whose events are refused, and of nobody else", async () => {
    const store = await openStore();
    await writeTransaction(store, async (transaction) => {
      const digest = digestOf(await readErasureKey(transaction), "visitor", "somebody");
      await addTombstones(transaction, store.dialect, [{ kind: "visitor", erasureId: "e", digest }]);
    });
    const refused = { ...says("later"), visitor: { key: "somebody" } };
    const [stored] = await deliver(store, { events: [refused, says("hello")] });
    expect(stored).toMatchObject({ ...nothing, accepted: 1, erased: 1 });
    expect((await store.reader.visitor.findMany()).map(({ key }) => key)).toEqual([says("").visitor.key]);
  });

  it("are not stored by an import of an old export, and counted", async () => {
    const store = await openStore();
    await deliver(store, { events: [says("erased"), says("kept", "other")] });
    useStore(store);
    const lines: string[] = [];
    for await (const piece of await exportEvents(testViewer(), noFilters)) lines.push(piece);
    const erased = await store.reader.event.findFirstOrThrow({ orderBy: { id: "asc" } });
    await eraseEverything(store, [erased.id]);
    expect(await imported(store, lines.join(""))).toMatchObject({ ...nothing, duplicates: 1, erased: 1 });
    expect(await store.reader.event.count()).toBe(1);
  });

  it("are not stored by reprocessing an old delivery, and counted", async () => {
    const store = await openStore();
    useStore(store);
    const [original] = await deliver(store, { events: [says("erased"), { bad: 1 }] });
    await eraseEverything(store);
    const id = original?.id ?? 0n;
    const mended = Buffer.from(JSON.stringify({ events: [says("erased"), says("mended")] }));
    expect(await reprocess(testUser(), id, mended)).toMatchObject({ ...nothing, ok: true, accepted: 1, erased: 1 });
    expect(await store.reader.event.count()).toBe(1);
  });

  const ordersTitle = "keep the counts of deliveries complete, in any order of sending, erasing and sending again";
  it(ordersTitle, { timeout: 240_000 }, async () => {
    const store = await openStore();
    const step = fc.oneof(
      fc.record({ send: fc.array(fc.nat(5), { minLength: 1, maxLength: 5 }) }),
      fc.record({ erase: fc.nat(5) }),
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12, size: "max" }), async (steps) => {
        run += 1;
        const erased = new Set<string>();
        const event = (number: number) => says(`event ${number}`, `conversation ${run}`);
        for (const { send, erase } of steps.map((one) => ({ send: [], erase: null, ...one }))) {
          if (erase === null) await sendAndCheck(store, send.map(event), erased);
          else await eraseEvent(store, event(erase), erased);
        }
        expect(await store.reader.event.count({ where: { raw: { in: [...erased] } } })).toBe(0);
      }),
      { numRuns: 250 },
    );
    const [sum] = await store.reader.$queryRaw<{ accepted: number | bigint; erased: number | bigint }[]>`
      SELECT sum("accepted") AS "accepted", sum("erased") AS "erased" FROM "Delivery"`;
    expect(Number(sum?.accepted)).toBeGreaterThan(100);
    expect(Number(sum?.erased)).toBeGreaterThan(100);
  });
});

async function sendAndCheck(store: Store, events: object[], erased: ReadonlySet<string>): Promise<void> {
  // Two equal events in one delivery would be two events.
  const distinct = [...new Map(events.map((one) => [JSON.stringify(one), one])).values()];
  const delivery = deliveryOf({ events: [...distinct, { bad: 1 }] });
  const [stored] = await append(store, [delivery]);
  const { id = 0n, accepted = 0, duplicates = 0, quarantined = 0 } = stored ?? {};
  expect(stored?.erased).toBe(distinct.filter((one) => erased.has(JSON.stringify(one))).length);
  expect(accepted + duplicates + quarantined + (stored?.erased ?? 0)).toBe(distinct.length + 1);
  const { firstEventId } = await store.reader.delivery.findUniqueOrThrow({ where: { id } });
  const own = await store.reader.event.findMany({ where: { deliveryId: id } });
  expect(own).toHaveLength(accepted);
  const places = own.map((event) => Number(event.id - (firstEventId ?? 0n)));
  expect(places.every((place) => place >= 0 && place < accepted + duplicates)).toBe(true);
}

async function eraseEvent(store: Store, event: object, erased: Set<string>): Promise<void> {
  const raw = JSON.stringify(event);
  const found = await store.reader.event.findMany({ where: { raw }, select: { id: true } });
  if (found.length === 0) return;
  await eraseEverything(
    store,
    found.map(({ id }) => id),
  );
  erased.add(raw);
}

/** Erases all conversations. */
async function emptyLog(store: Store): Promise<void> {
  await eraseEverything(store);
  await store.records.conversationKey.deleteMany();
}

function imported(store: Store, text: string) {
  const lines = readLines(Readable.from([Buffer.from(text)]));
  const signal = new AbortController().signal;
  return importAll(store, lines, { secrets: [], signal, onFault: () => {}, onProgress: async () => {} });
}
