import { expect, it } from "vitest";
import { readSnapshot } from "@/lib/conversation/snapshot";
import { toConversation } from "@/lib/conversation/to-conversation";
import { openStore, type Store } from "@/lib/store/connection/open-store";
import { rebuild } from "@/lib/store/projections/rebuild/rebuild";
import { readConversation } from "@/lib/store/reads/read-conversation";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf, samples } from "@/lib/testing/deliver";
import { some } from "@/lib/testing/some";
import { fullAccess } from "@/lib/testing/viewer";
import { append } from "./append";
import type { StoredDelivery } from "./new-delivery";

/** Of `eventOf`. */
const defaultKey = "42bb83f00d8240e5bb41290a12eb44401693552452";

const text = (message: string, at: string, key?: string) =>
  eventOf("message", { message_by: { type: "visitor" }, message: { type: "text", text: message } }, at, key);

describeEachDatabase("append", (openFreshStore, createDatabase) => {
  it("stores all published samples as one conversation, each with its exact text", async () => {
    const store = await openFreshStore();
    const texts = [...samples().values()];
    const stored = await deliver(store, ...texts);
    expect(stored.every(({ accepted, quarantined }) => accepted > 0 && quarantined === 0)).toBe(true);

    const events = await store.reader.event.findMany();
    expect(events.every(({ recognised }) => recognised)).toBe(true);
    for (const body of some(texts)) expect(events.some(({ raw }) => body.includes(raw))).toBe(true);
    const conversations = await store.reader.conversation.findMany();
    expect(conversations.reduce((sum, { eventCount }) => sum + eventCount, 0)).toBe(events.length);
    expect(await store.reader.visitor.count()).toBe(new Set(conversations.map((row) => row.visitorKey)).size);
    expect(await store.reader.conversationVariable.count()).toBeGreaterThan(10);
    expect(await store.reader.platformAccount.count()).toBeGreaterThan(0);
    expect(await store.reader.bot.count()).toBeGreaterThan(0);
  });

  it("stores an empty delivery, alone and together with others", async () => {
    const store = await openFreshStore();
    await deliver(store, "");
    await deliver(store, "", { events: [text("hello", "2024-01-01 00:00:00.000001")] }, "");
    const bodies = await store.reader.deliveryBody.findMany({ orderBy: { id: "asc" } });
    expect(bodies.map(({ bytes }) => bytes.byteLength > 0)).toEqual([false, false, true, false]);
  });

  it("counts duplicates and stores none", async () => {
    const store = await openFreshStore();
    const body = { events: [text("hello", "2024-01-01 00:00:00.000001")] };
    const first = await deliver(store, body, body, body);
    expect(first.map(({ accepted, duplicates }) => [accepted, duplicates])).toEqual([
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
    const second = await deliver(store, { events: [...body.events, ...body.events] });
    // The second of two equal events in one delivery is a separate event.
    expect(second[0]).toMatchObject({ accepted: 1, duplicates: 1 });
    expect(await store.reader.event.count()).toBe(2);
    expect(await store.reader.conversation.findFirst()).toMatchObject({ eventCount: 2 });
    expect(await readConversation(store, fullAccess, defaultKey)).toMatchObject({ repeatCount: 3 });
    expect(await store.reader.delivery.count()).toBe(4);
  });

  it("folds a late event in the right place", async () => {
    const store = await openFreshStore();
    await deliver(store, { events: [text("second", "2024-01-01 00:00:02")] });
    await deliver(store, { events: [text("first", "2024-01-01 00:00:01"), text("third", "2024-01-01 00:00:03")] });
    const row = await store.reader.conversation.findFirstOrThrow();
    expect(row).toMatchObject({ lastMessageText: "third", lateCount: 1, eventCount: 3, visitorMessages: 3 });
  });

  it("lets a late event change only what no later event has changed", async () => {
    const store = await openFreshStore();
    const at = (second: number) => `2024-01-01 00:00:0${second}`;
    const plan = (value: string, second: number) =>
      eventOf("variables", { variables: [{ type: "text", name: "plan", value }] }, at(second));
    const status = (value: string, second: number) => eventOf("status", { status: value }, at(second));
    const label = (action: string, second: number) =>
      eventOf("conversation_labels", { action, labels: [{ id: 1, name: action }] }, at(second));
    const now = async () => {
      const row = await store.reader.conversation.findFirstOrThrow();
      const { status, lastMessageText, lateCount } = row;
      const plan = await store.reader.conversationVariable.findFirst({ where: { name: "plan" } });
      return {
        status,
        lastMessageText,
        lateCount,
        plan: plan?.text,
        labels: await store.reader.facetSetValue.count({ where: { facetSetId: row.facetSetId ?? 0, kind: "label" } }),
      };
    };
    await deliver(store, { events: [text("later", at(8)), plan("later", 5), status("Close", 5), label("deleted", 5)] });
    const later = { status: "closed", lastMessageText: "later", lateCount: 3, plan: "later", labels: 0 };
    expect(await now()).toEqual(later);
    // Earlier than all events that changed the same.
    await deliver(store, {
      events: [plan("earlier", 3), status("Open", 3), label("added", 3), text("earlier", at(3))],
    });
    expect(await now()).toEqual({ ...later, lateCount: 7 });
    // Late, but before the conversation's last event.
    await deliver(store, {
      events: [plan("between", 6), status("Open", 6), label("added", 6), text("between", at(6))],
    });
    expect(await now()).toEqual({ ...later, status: "open", plan: "between", labels: 1, lateCount: 11 });
  });

  it("counts duplicates and late events per conversation, also within one delivery", async () => {
    const store = await openFreshStore();
    const [one, other] = [1, 2].map((number) => `${String(number).repeat(32)}1704067200`);
    const [a1, a3, a2, a4] = [1, 3, 2, 4].map((second) => text("a", `2024-01-01 00:00:0${second}`, one));
    const b = text("b", "2024-01-01 00:00:01", other);
    await deliver(store, { events: [a1, a3, a2, b] }, { events: [a4, a3, a1] });
    await deliver(store, { events: [b, a2] }, { events: [b] });
    const counts = async () => {
      const read = await Promise.all([one, other].map((key) => readConversation(store, fullAccess, key ?? "")));
      return read.map((row) => ({ repeatCount: row?.repeatCount, lateCount: row?.lateCount }));
    };
    const expected = [
      { repeatCount: 3, lateCount: 1 },
      { repeatCount: 2, lateCount: 0 },
    ];
    expect(await counts()).toEqual(expected);

    await store.records.conversation.updateMany({ data: { lateCount: 99 } });
    expect((await rebuild(store, () => {})).conversations.changed).toBe(2);
    expect(await counts()).toEqual(expected);
  });

  it("keeps the order of arrival of simultaneous events", async () => {
    const store = await openFreshStore();
    const at = "2024-01-01 00:00:00.000000";
    await deliver(store, { events: [text("c", at), text("a", at)] });
    await deliver(store, { events: [text("b", at)] });
    const events = await store.reader.event.findMany({ orderBy: [{ occurredAt: "asc" }, { id: "asc" }] });
    expect(events.map(({ searchText }) => searchText)).toEqual(["c", "a", "b"]);
    expect(await store.reader.conversation.findFirst()).toMatchObject({ lastMessageText: "b", lateCount: 0 });
  });

  it("keeps exact texts with characters that a database's text cannot hold", async () => {
    const store = await openFreshStore();
    const bodies = [
      `{"events":[${JSON.stringify(text("x", "2024-01-01 00:00:01")).replace('"x"', '"a\\u0000b \\ud800 \\\\u0000 é\\ud83d\\ude00"')}]}`,
      `{"events":[ {"event":{"type":"variables","payload":{"variables":[{"name":"n\\u0000","type":"text","value":"\\u0000"},{"name":"__proto__","type":"text","value":9007199254740993},{"name":"big","type":"number","value":1e999}]}},"conversation":{"key":"k"},"timestamp":"2024-01-01 00:00:01", "timestamp":"2024-01-01 00:00:02"} ]}`,
    ];
    const stored = await deliver(store, ...bodies);
    expect(stored.map(({ accepted }) => accepted)).toEqual([1, 1]);
    const rows = await store.reader.event.findMany({ orderBy: { id: "asc" } });
    for (const [place, { raw }] of rows.entries()) expect(bodies[place]).toContain(raw);
    const kept = await store.reader.deliveryBody.findMany({ orderBy: { id: "asc" } });
    expect(kept.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(bodies);
  });

  it("accepts indexed texts of any length", async () => {
    const store = await openFreshStore();
    const long = Array.from({ length: 20_000 }, (_, place) => String.fromCodePoint(0x4e00 + ((place * 7919) % 20_000)));
    const value = long.join("");
    const variables = [{ name: value, type: value, value }];
    const type = value.slice(0, 200);
    const stored = await deliver(
      store,
      { events: [eventOf("variables", { variables }, "2024-01-01 00:00:01", value.slice(0, 512))] },
      { events: [eventOf(type, { message: { type: value } }, "2024-01-01 00:00:01", value.slice(0, 512))] },
      { events: [eventOf("message", { message: { type: value } }, "2024-01-01 00:00:01", value.slice(0, 512))] },
    );
    expect(stored.map(({ accepted }) => accepted)).toEqual([1, 1, 1]);
  });

  it("stores a duplicate once when it arrives fifty times through two stores at the same time", async () => {
    const database = await createDatabase();
    const stores = [openStore(database), openStore(database)];
    const body = { events: [text("once", "2024-01-01 00:00:00")] };
    // A store has one connection for writing. Like the server's writer, each sends one transaction at a time: 25 sent at once
    // would queue, and all of them together would have to start within one transaction's maximum wait.
    const all = await Promise.all(stores.map((each) => deliverTimes(each, body, 25)));
    expect(all.flat().filter(({ accepted }) => accepted === 1)).toHaveLength(1);
    const [store] = stores as [Store, Store];
    expect(await store.reader.event.count()).toBe(1);
    expect(await readConversation(store, fullAccess, defaultKey)).toMatchObject({ repeatCount: 49 });
    const ids = (await store.reader.delivery.findMany({ orderBy: { id: "asc" } })).map(({ id }) => Number(id));
    expect(ids).toEqual(Array.from({ length: 50 }, (_, place) => place + 1));
    await Promise.all(stores.map((each) => each.close()));
  });

  it("produces the same state in any order and batching, with or without duplicates", async () => {
    const events = [...samples().values()].flatMap((body) => (JSON.parse(body) as { events: object[] }).events);
    const distinct = events.map((event, place) => ({
      ...event,
      conversation: { key: place % 3 === 0 ? "one" : "two", id: 1 },
      timestamp: `2024-01-01 00:00:${String(place % 60).padStart(2, "0")}.${String(place).padStart(6, "0")}`,
    }));
    const random = randomFrom(7);
    const expected = await stateAfter(await openFreshStore(), [distinct]);
    for (let round = 0; round < 6; round++) {
      const shuffled = [...distinct, ...distinct.slice(0, 5)].sort(() => random() - 0.5);
      const batches: object[][] = [];
      while (shuffled.length > 0) batches.push(shuffled.splice(0, 1 + Math.floor(random() * 6)));
      // Two equal events in one delivery would be two events.
      const once = batches.map((batch) => [...new Set(batch)]);
      expect(await stateAfter(await openFreshStore(), once)).toEqual(expected);
    }
  });

  it("keeps nothing of a group that fails", async () => {
    const store = await openFreshStore();
    const [good] = [{ events: [text("good", "2024-01-01 00:00:00")] }];
    const { deliveryOf } = await import("@/lib/testing/deliver");
    const broken = { ...deliveryOf(good), size: Number.NaN, verdict: null as unknown as "accepted" };
    await expect(append(store, [deliveryOf(good), broken])).rejects.toThrow();
    expect(await store.reader.event.count()).toBe(0);
    expect(await store.reader.delivery.count()).toBe(0);
    expect((await deliver(store, good))[0]).toMatchObject({ accepted: 1 });
  });
});

/** Everything stored, except what depends only on the order of arrival: ids and counts of duplicates and late events. */
async function deliverTimes(store: Store, body: unknown, times: number): Promise<StoredDelivery[]> {
  const stored: StoredDelivery[] = [];
  for (let time = 0; time < times; time++) stored.push(...(await deliver(store, body)));
  return stored;
}

async function stateAfter(store: Store, batches: readonly object[][]): Promise<unknown> {
  for (const events of batches) await deliver(store, { events });
  const { reader } = store;
  const times = new Map((await reader.event.findMany()).map(({ id, occurredAt }) => [String(id), String(occurredAt)]));
  const rows = await reader.conversation.findMany({ orderBy: { key: "asc" } });
  const conversations = rows.map(({ key, snapshot, lastEventAt, title, searchText, lastMessageText }) => {
    const state = readSnapshot(snapshot);
    const shown = JSON.stringify(state && toConversation(state));
    const withoutIds = shown.replace(
      /"(eventId|afterEventId)":"(\d+)"/g,
      (_all, name, id) => `"${name}":"${times.get(id)}"`,
    );
    return { key, lastEventAt, title, searchText, lastMessageText, state: JSON.parse(withoutIds) };
  });
  const variables = await reader.conversationVariable.findMany({ omit: { eventId: true, conversationId: true } });
  return {
    conversations,
    variables: variables.map((row) => JSON.stringify({ ...row, updatedAt: String(row.updatedAt) })).sort(),
    visitors: await reader.visitor.findMany({ orderBy: { key: "asc" } }),
    bots: await reader.bot.findMany({ omit: { namedBy: true }, orderBy: { id: "asc" } }),
    labels: await reader.label.findMany({ omit: { namedBy: true }, orderBy: { labelId: "asc" } }),
    events: await reader.event.count(),
  };
}

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
