import { expect, it } from "vitest";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, deliverUnfolded, deliveryOf, eventOf } from "@/lib/testing/deliver";
import { manyConversations, randomNumbers } from "@/lib/testing/many-conversations";
import { stateOf } from "@/lib/testing/state-of";
import { append, appendToLog } from "./append";
import { caughtUp } from "./caught-up";
import { foldPending, foldPendingInSteps } from "./fold-pending";
import { openStore, type Store } from "./open-store";
import { readChanges } from "./read-changes";
import { rebuild } from "./rebuild";

const keys = [1, 2, 3].map((number) => `${String(number).repeat(32)}1704067200`);

const message = (text: string, second: number, key = keys[0]) =>
  eventOf(
    "message",
    { message_by: { type: "visitor" }, message: { type: "text", text } },
    `2024-01-01 00:00:0${second}`,
    key,
  );

const leave = (store: Store, ...events: object[]) => deliverUnfolded(store, { events });

describeEachDatabase("folding later", (openFreshStore, createDatabase, dialect) => {
  it("leaves events in the log, and gives conversations the state they would have had at once", async () => {
    const store = await openFreshStore();
    expect((await append(store, [deliveryOf({ events: [message("first", 1)] })])).length).toBe(1);
    const { isFolded, stored } = await leave(store, message("third", 3), message("second", 2), message("third", 3));
    expect(isFolded).toBe(false);
    expect(stored).toMatchObject([{ accepted: 3, duplicates: 0 }]);
    expect(await store.reader.event.count()).toBe(4);
    expect(await store.reader.conversation.findFirst()).toMatchObject({ eventCount: 1, lastMessageText: "first" });

    await foldPending(store);
    const row = await store.reader.conversation.findFirst();
    expect(row).toMatchObject({ eventCount: 4, lastMessageText: "third", lateCount: 1, visitorMessages: 4 });
    expect((await rebuild(store, () => {})).conversations.changed).toBe(0);
  });

  it("counts late events and repeats of a new conversation once", async () => {
    const store = await openFreshStore();
    await leave(store, message("second", 2), message("first", 1));
    await leave(store, message("first", 1), message("third", 3));
    await foldPending(store);
    const row = await store.reader.conversation.findFirst();
    expect(row).toMatchObject({ eventCount: 3, repeatCount: 1, lateCount: 1, lastMessageText: "third" });
    expect((await rebuild(store, () => {})).conversations.changed).toBe(0);
  });

  it("takes up what another process left, and what this one did before it was killed", async () => {
    const database = await createDatabase();
    const [one, other] = [openStore(database), openStore(database)];
    await deliver(one, { events: [message("a", 1), message("b", 1, keys[1])] });
    await leave(one, message("c", 2));
    await leave(other, message("d", 3), message("e", 3, keys[1]));
    await leave(one, message("f", 4));
    // A new process knows nothing of what the others remember.
    const third = openStore(database);
    await deliver(third, { events: [message("g", 5)] });
    const rows = await third.reader.conversation.findMany({ orderBy: { key: "asc" } });
    expect(rows).toMatchObject([
      { eventCount: 5, lastMessageText: "g", lateCount: 0 },
      { eventCount: 2, lastMessageText: "e" },
    ]);
    await Promise.all([foldPending(one), foldPending(other)]);
    expect((await rebuild(one, () => {})).conversations.changed).toBe(0);
    await Promise.all([one, other, third].map((store) => store.close()));
  });

  it("ends in one state whoever folds, and when", async () => {
    const expected = await openFreshStore();
    const database = await createDatabase();
    const stores = [openStore(database), openStore(database)];
    const random = randomNumbers(5);
    // Each event by itself, so that most belong to a conversation that is there already; some of them twice.
    const events = manyConversations(12).flatMap((body) => (body as { events: object[] }).events);
    for (const event of [...events, ...events.filter(() => random() < 0.2)]) {
      const delivery = deliveryOf({ events: [event] });
      await append(expected, [delivery]);
      const store = stores[Math.floor(random() * 2)] ?? expected;
      await appendToLog(store, [delivery], { foldsLater: random() < 0.9 });
      if (random() < 0.1) await foldPending(store);
    }
    const [store = expected] = stores;
    await caughtUp(store);
    expect(await stateOf(store)).toEqual(await stateOf(expected));
    await Promise.all(stores.map((each) => each.close()));
  });

  it("goes a few conversations at a time, and leaves what comes in between to the next", async () => {
    const expected = await openFreshStore();
    const store = await openFreshStore();
    const many = Array.from({ length: 40 }, (_, number) => `${String(number + 10).repeat(16)}1704067200`);
    const both = async (...events: object[]) => {
      const delivery = deliveryOf({ events });
      await append(expected, [delivery]);
      await appendToLog(store, [delivery], { foldsLater: true });
    };
    await both(...many.map((key) => message("begun", 4, key)));
    await foldPending(store);
    await both(...many.map((key) => message("next", 6, key)), ...many.map((key) => message("late", 2, key)));
    let steps = 0;
    for await (const _ of foldPendingInSteps(store)) {
      // Each makes the rest of the first pass read its conversation's whole log, in which they stand already.
      await both(...many.map((key) => message(`later ${steps}`, 8, key)));
      steps += 1;
    }
    expect(steps).toBeGreaterThan(1);
    const { foldedEventId = 0n, eventId = 0n } = (await store.reader.writerClock.findFirst()) ?? {};
    expect(foldedEventId).toBe(120n);
    expect(eventId).toBe(120n + BigInt(steps * 40));
    await foldPending(store);
    expect(await stateOf(store)).toEqual(await stateOf(expected));
    expect((await rebuild(store, () => {})).conversations.changed).toBe(0);
  });

  it("is waited for by those who read, and told to those who follow", async () => {
    const store = await openFreshStore();
    await deliver(store, { events: [message("a", 1)] });
    const { cursor } = await readChanges(store, 0n);
    await leave(store, message("b", 2), message("new", 2, keys[2]));
    expect(await readChanges(store, cursor)).toMatchObject({ cursor, conversationKeys: [], events: 0 });
    await caughtUp(store);
    const row = await store.reader.conversation.findFirst({ where: { key: keys[0] ?? "" } });
    expect(row).toMatchObject({ eventCount: 2, lastMessageText: "b" });
    expect(await readChanges(store, cursor)).toMatchObject({ conversationKeys: [keys[0], keys[2]], events: 2 });
  });

  it("is not undone by a rebuild that goes on meanwhile", async () => {
    const store = await openFreshStore();
    await deliver(store, { events: [message("a", 1)] });
    await leave(store, message("b", 2));
    await store.reader.conversation.updateMany({ data: { title: "damaged", eventCount: 7 } });
    await rebuild(store, () => {});
    await leave(store, message("c", 3));
    await foldPending(store);
    expect(await store.reader.conversation.findFirst()).toMatchObject({ eventCount: 3, lastMessageText: "c" });
    expect((await rebuild(store, () => {})).conversations.changed).toBe(0);
  });

  it("goes on with the others where the database refuses a conversation's state", async () => {
    const store = await openFreshStore();
    await deliver(store, { events: keys.map((key) => message("before", 1, key)) });
    await refuse(store, "poison");
    await leave(store, message("good", 2), message("poison", 2, keys[1]), message("good", 2, keys[2]));
    await foldPending(store);
    const texts = async () => {
      const rows = await store.reader.conversation.findMany({ orderBy: { key: "asc" } });
      return rows.map(({ lastMessageText }) => lastMessageText);
    };
    expect(await texts()).toEqual(["good", "before", "good"]);
    const next = keys.slice(0, 2).map((key) => deliveryOf({ events: [message("later", 3, key)] }));
    expect(await append(store, next.slice(0, 1))).toMatchObject([{ accepted: 1 }]);
    await accept(store);
    expect(await append(store, next.slice(1))).toMatchObject([{ accepted: 1 }]);
    expect(await texts()).toEqual(["later", "later", "good"]);
    expect(
      await store.reader.conversation.findMany({
        select: { eventCount: true },
        orderBy: { key: "asc" },
      }),
    ).toEqual([{ eventCount: 3 }, { eventCount: 3 }, { eventCount: 2 }]);
    expect((await rebuild(store, () => {})).conversations.changed).toBe(0);
  });

  async function refuse({ writer }: Store, text: string): Promise<void> {
    await writer.$executeRawUnsafe(
      dialect === "sqlite"
        ? `CREATE TRIGGER "refuse" BEFORE UPDATE ON "Conversation" WHEN new."lastMessageText" = '${text}'
            BEGIN SELECT RAISE(ABORT, 'refused'); END`
        : `ALTER TABLE "Conversation" ADD CONSTRAINT "refuse" CHECK ("lastMessageText" <> '${text}')`,
    );
  }

  async function accept({ writer }: Store): Promise<void> {
    await writer.$executeRawUnsafe(
      dialect === "sqlite" ? `DROP TRIGGER "refuse"` : `ALTER TABLE "Conversation" DROP CONSTRAINT "refuse"`,
    );
  }
});
