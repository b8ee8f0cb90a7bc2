import { expect, it, vi } from "vitest";
import { type DeliveryFilters, noDeliveryFilters } from "@/lib/delivery-filters/delivery-filters";
import { prepareDelivery } from "@/lib/ingest/body/prepare-delivery";
import { eventPage } from "@/lib/queries/conversations/event-page";
import { deliveryPage } from "@/lib/queries/deliveries/delivery-page";
import { Refusal } from "@/lib/queries/refusal";
import type { Store } from "@/lib/store/connection/open-store";
import { append } from "@/lib/store/log/append";
import { project } from "@/lib/store/projections/project";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { everyPage } from "@/lib/testing/every-page";
import { useStore as makeCurrent } from "@/lib/testing/use-store";
import { testUser, testViewer } from "@/lib/testing/viewer";
import { now } from "@/lib/time/instant";
import { dismiss, restore } from "./dismiss";
import { reprocess } from "./reprocess";
import { reprocessOpen } from "./reprocess-open";
import { sendSamples } from "./send-samples";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const user = testUser();
const says = (text: string, at = "2024-01-01 00:00:01") =>
  eventOf("message", { message_by: { type: "visitor" }, message: { type: "text", text } }, at);
const good = JSON.stringify({ events: [says("hello")] });
const broken = good.slice(0, -2);

describeEachDatabase("reprocessing", (openStore) => {
  it("stores a corrected body as a new delivery, linked to the original, which keeps its bytes", async () => {
    const store = await useFresh(openStore);
    const [original] = await deliver(store, broken);
    const id = original?.id ?? 0n;
    const outcome = await reprocess(user, id, Buffer.from(good));
    expect(outcome).toMatchObject({ ok: true, verdict: "accepted", accepted: 1, duplicates: 0, quarantined: 0 });
    const [made, before] = await listed({});
    expect(made).toMatchObject({ verdict: "accepted", source: "reprocess", reprocessOf: String(id), resolution: null });
    expect(before).toMatchObject({ verdict: "quarantined", resolution: "reprocessed", reprocessedAs: made?.id });
    const body = await store.reader.deliveryBody.findUniqueOrThrow({ where: { id } });
    expect(Buffer.from(body.bytes).toString()).toBe(broken);
    await project(store);
    expect(await store.reader.conversation.findFirst()).toMatchObject({ lastMessageText: "hello", eventCount: 1 });

    expect(await reprocess(user, BigInt(made?.id ?? 0), null)).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(await store.reader.event.count()).toBe(1);
  });

  it("does not store an event twice whose token was masked", async () => {
    const store = await useFresh(openStore);
    const origin = { source: "webhook", tokenPlace: "header token", contentType: null, receivedAt: now() } as const;
    const body = Buffer.from(JSON.stringify({ events: [says("my secret-of-tests"), says("my ******* too")] }));
    const [original] = await append(store, [prepareDelivery(body, { ...origin, secrets: ["secret-of-tests"] })]);
    expect(await reprocess(user, original?.id ?? 0n, null)).toMatchObject({ accepted: 0, duplicates: 2 });
    expect(await store.reader.event.count()).toBe(2);
  });

  it("rejects edits of deliveries that are not open in the quarantine", async () => {
    const store = await useFresh(openStore);
    const [accepted, dismissed, resolved] = await deliver(store, good, `${broken} `, broken);
    await dismiss(user, { ids: [dismissed?.id ?? 0n] });
    await reprocess(user, resolved?.id ?? 0n, Buffer.from(good));
    const forged = Buffer.from(JSON.stringify({ events: [says("never said")] }));
    for (const stored of [accepted, dismissed, resolved]) {
      expect(await reprocess(user, stored?.id ?? 0n, forged)).toEqual({ ok: false, reason: "not_open" });
    }
    expect(await store.reader.event.count()).toBe(1);
  });

  it("marks the events of an edited body with its editor, and no others", async () => {
    const store = await useFresh(openStore);
    const bad = { ...says("later"), timestamp: "yesterday" };
    const [partial] = await deliver(store, { events: [says("hello"), bad] });
    const mended = { events: [says("hello"), says("later")] };
    await reprocess(user, partial?.id ?? 0n, Buffer.from(JSON.stringify(mended)));
    const events = await eventPage(testViewer(), {
      key: says("").conversation.key,
      limit: 10,
      cursor: undefined,
      since: undefined,
      last: undefined,
    });
    expect(events instanceof Refusal ? events : events.data.map(({ text, editedBy }) => [text, editedBy])).toEqual([
      ["hello", null],
      ["later", "admin@example.com"],
    ]);
    const [made, before] = await listed({});
    expect(made).toMatchObject({ madeBy: "admin@example.com", editedBy: "admin@example.com", resolvedBy: null });
    expect(before).toMatchObject({ madeBy: null, editedBy: null, resolvedBy: "admin@example.com" });
  });

  it("records who reprocessed an unchanged body, and marks no event", async () => {
    const store = await useFresh(openStore);
    await deliver(store, good);
    await reprocess(testUser(), 1n, null);
    const [made] = await listed({});
    expect(made).toMatchObject({ madeBy: "admin@example.com", editedBy: null });
    expect(await store.reader.event.count({ where: { editedBy: { not: null } } })).toBe(0);
  });

  it("records who sent sample events", async () => {
    const store = await useFresh(openStore);
    const key = await sendSamples(testUser());
    expect(await store.reader.auditEntry.findMany()).toMatchObject([{ action: "samples.send", subjectId: key }]);
    const [made] = await listed({});
    expect(made).toMatchObject({ source: "sample", madeBy: "admin@example.com", editedBy: null });
  });

  it("stores nothing of what is still unreadable, and reports the position", async () => {
    const store = await useFresh(openStore);
    const [original] = await deliver(store, broken);
    for (const edited of [null, Buffer.from('{"events":[}'), Buffer.from("{}")]) {
      const outcome = await reprocess(user, original?.id ?? 0n, edited);
      expect(outcome).toMatchObject({ ok: true, deliveryId: null, verdict: "quarantined", accepted: 0 });
    }
    expect(await reprocess(user, original?.id ?? 0n, Buffer.from('{"events":[}'))).toMatchObject({ position: 11 });
    expect(await store.reader.delivery.count()).toBe(1);
    expect(await listed({ verdict: [], resolution: ["open"] })).toHaveLength(1);
  });

  it("reprocesses the quarantined events of a partial delivery, and skips the good ones as duplicates", async () => {
    const store = await useFresh(openStore);
    const bad = { ...says("later", "2024-01-01 00:00:02"), timestamp: "yesterday" };
    const [original] = await deliver(store, { events: [says("hello"), bad] });
    const id = original?.id ?? 0n;
    expect(await reprocess(user, id, null)).toMatchObject({ deliveryId: null, quarantined: 1 });
    const mended = { events: [says("hello"), { ...bad, timestamp: "2024-01-01 00:00:02" }] };
    expect(await reprocess(user, id, Buffer.from(JSON.stringify(mended)))).toMatchObject({
      accepted: 1,
      duplicates: 1,
    });
    expect(await store.reader.quarantinedEvent.findFirst()).toMatchObject({ resolution: "reprocessed" });
    await project(store);
    expect(await store.reader.conversation.findFirst()).toMatchObject({ lastMessageText: "later", eventCount: 2 });
  });

  it("reports that there is nothing to reprocess", async () => {
    const store = await useFresh(openStore);
    expect(await reprocess(user, 77n, null)).toEqual({ ok: false, reason: "not_found" });
    const [stored] = await deliver(store, good);
    await store.records.deliveryBody.deleteMany();
    expect(await reprocess(user, stored?.id ?? 0n, null)).toEqual({ ok: false, reason: "body_pruned" });
    const [open] = await deliver(store, broken);
    const large = Buffer.alloc(1_048_577, " ");
    expect(await reprocess(user, open?.id ?? 0n, large)).toEqual({ ok: false, reason: "too_large" });
  });

  it("reprocesses all open ones up to an id, in steps", async () => {
    const store = await useFresh(openStore);
    // As left by an earlier version that could not read them.
    await deliver(store, ...Array.from({ length: 130 }, (_, place) => ({ events: [says(`message ${place}`)] })));
    await store.records.event.deleteMany();
    await store.records.delivery.updateMany({ data: { verdict: "quarantined", resolution: "open", accepted: 0 } });
    await deliver(store, broken, broken);
    const first = await reprocessOpen(user, { after: 0n, upTo: 131n });
    expect(first).toMatchObject({ reprocessed: 100, unreadable: 0, accepted: 100, next: 100n });
    const second = await reprocessOpen(user, { after: 100n, upTo: 131n });
    expect(second).toMatchObject({ reprocessed: 30, unreadable: 1, accepted: 30, next: null });
    expect(await listed({ verdict: ["quarantined"], resolution: ["open"] })).toHaveLength(2);
  });

  it("dismisses and restores, but never what is not open", async () => {
    const store = await useFresh(openStore);
    const partial = { events: [says("hello"), { event: 1 }] };
    const ids = (await deliver(store, broken, partial, good, {}, broken)).map(({ id }) => id);
    const [first = 0n, second = 0n, third = 0n, , last = 0n] = ids;
    await reprocess(user, first, Buffer.from(good));
    expect(await dismiss(user, { ids: [first, second, third] })).toBe(1);
    expect(await listed({ verdict: [], resolution: ["dismissed"] })).toMatchObject([{ id: String(second) }]);
    expect(await store.reader.quarantinedEvent.findFirst()).toMatchObject({ resolution: "dismissed" });
    expect(await dismiss(user, { upTo: last })).toBe(1);
    expect(await listed({ verdict: [], resolution: ["open"] })).toEqual([]);
    expect(await store.reader.delivery.findUnique({ where: { id: last } })).toMatchObject({ resolvedBy: user.email });
    expect(await restore(user, { upTo: last })).toBe(2);
    const [restored] = await listed({ verdict: ["quarantined"], resolution: ["open"] });
    expect(restored).toMatchObject({ resolvedBy: user.email, resolvedAt: expect.any(String) });
    expect(await store.reader.quarantinedEvent.findFirst()).toMatchObject({ resolution: null });
    expect(await listed({ verdict: [], resolution: ["open"] })).toHaveLength(2);
  });
});

describeEachDatabase("the webhook log", (openStore) => {
  it("pages through any filter like a naive scan of all rows", async () => {
    const store = await useFresh(openStore);
    const kinds = [broken, good, {}, { events: [says("x"), { event: 1 }] }];
    await deliver(store, ...Array.from({ length: 60 }, (_, place) => kinds[(place * 7) % kinds.length]));
    await dismiss(user, { ids: [1n, 4n, 5n, 8n] });
    const rows = await store.reader.delivery.findMany({ orderBy: { id: "desc" } });
    for (const verdict of [[], ["quarantined"], ["partial", "accepted"], ["test"]] as const) {
      for (const resolution of [[], ["open"], ["dismissed", "open"]] as const) {
        const expected = rows.filter(
          (row) =>
            (verdict.length === 0 || verdict.some((one) => one === row.verdict)) &&
            (resolution.length === 0 || resolution.some((one) => one === row.resolution)),
        );
        const found = await listed({ verdict: [...verdict], resolution: [...resolution] }, 7);
        expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => String(id)));
      }
    }
  });
});

async function useFresh(openStore: () => Promise<Store>): Promise<Store> {
  const store = await openStore();
  makeCurrent(store);
  return store;
}

function listed(given: Partial<DeliveryFilters>, limit = 50) {
  const filters = { ...noDeliveryFilters, ...given };
  return everyPage(async (cursor: string | undefined) => {
    const page = await deliveryPage(testViewer(), { filters, limit, cursor });
    if (page instanceof Refusal) throw new Error(page.message);
    return { rows: page.data, next: page.nextCursor };
  });
}
