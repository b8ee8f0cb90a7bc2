import { expect, it } from "vitest";
import { openStore, type Store } from "@/lib/store/connection/open-store";
import { append } from "@/lib/store/log/append";
import { rebuild } from "@/lib/store/projections/rebuild/rebuild";
import { readChanges } from "@/lib/store/reads/read-changes";
import { readConversation } from "@/lib/store/reads/read-conversation";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, deliveryOf, eventOf, log } from "@/lib/testing/deliver";
import { manyConversations, randomNumbers } from "@/lib/testing/many-conversations";
import { stateOf } from "@/lib/testing/state-of";
import { fullAccess } from "@/lib/testing/viewer";
import { Projecting, project } from "./project";
import { takeTurn } from "./projector-turn";
import { countUnprojected, listFailed } from "./unprojected";

const keys = [1, 2, 3].map((number) => `${String(number).repeat(32)}1704067200`);

const message = (text: string, second: number, key = keys[0]) =>
  eventOf(
    "message",
    { message_by: { type: "visitor" }, message: { type: "text", text } },
    `2024-01-01 00:00:0${second}`,
    key,
  );

describeEachDatabase("the projector", (openFreshStore, createDatabase, dialect) => {
  it("derives from the log what appending does not write", async () => {
    const store = await openFreshStore();
    await log(store, { events: [message("first", 1)] });
    expect(await countsOf(store)).toEqual([1, 0, 0]);
    expect(await countUnprojected(store)).toBe(1);
    await project(store);
    expect(await countsOf(store)).toEqual([1, 1, 1]);

    await log(store, { events: [message("third", 3), message("second", 2), message("third", 3)] });
    expect(await store.reader.conversation.findFirst()).toMatchObject({ eventCount: 1, lastMessageText: "first" });
    await project(store);
    const row = await store.reader.conversation.findFirst();
    expect(row).toMatchObject({ eventCount: 4, lastMessageText: "third", lateCount: 1, visitorMessages: 4 });
    expect(await countUnprojected(store)).toBe(0);
    expect((await rebuild(store, () => {})).conversations.changed).toBe(0);
  });

  it("counts late events and duplicates of a new conversation once", async () => {
    const store = await openFreshStore();
    await log(store, { events: [message("second", 2), message("first", 1)] });
    await log(store, { events: [message("first", 1), message("third", 3)] });
    await project(store);
    expect(await store.reader.conversation.findFirst()).toMatchObject({ eventCount: 3, lastMessageText: "third" });
    expect(await readConversation(store, fullAccess, keys[0] ?? "")).toMatchObject({ repeatCount: 1, lateCount: 1 });
    expect((await rebuild(store, () => {})).conversations.changed).toBe(0);
  });

  it("resumes after another process was killed, and applies each event once", async () => {
    const database = await createDatabase();
    const [one, other] = [openStore(database), openStore(database)];
    await deliver(one, { events: [message("a", 1), message("b", 1, keys[1])] });
    await log(one, { events: [message("c", 2)] });
    await log(other, { events: [message("d", 3), message("e", 3, keys[1])] });
    const died = one.writer.$transaction(async (transaction) => {
      await takeTurn(transaction, dialect);
      await transaction.conversation.updateMany({ data: { eventCount: 99 } });
      throw new Error("killed");
    });
    await expect(died).rejects.toThrow("killed");
    await Promise.all([project(one), project(other)]);
    const rows = await other.reader.conversation.findMany({ orderBy: { key: "asc" } });
    expect(rows).toMatchObject([
      { eventCount: 3, lastMessageText: "d", lateCount: 0 },
      { eventCount: 2, lastMessageText: "e" },
    ]);
    expect((await rebuild(one, () => {})).conversations.changed).toBe(0);
    await Promise.all([one, other].map((store) => store.close()));
  });

  it.runIf(dialect === "postgresql")("is in one process at a time, and nobody who appends waits for it", async () => {
    const database = await createDatabase();
    const [one, other] = [openStore(database), openStore(database)];
    await log(one, { events: [message("a", 1)] });
    await one.writer.$transaction(async (transaction) => {
      expect(await takeTurn(transaction, dialect)).toEqual({ projected: 0n, logged: 1n });
      expect(await new Projecting(other).step()).toBe("elsewhere");
      expect(await log(other, { events: [message("b", 2)] })).toMatchObject([{ accepted: 1 }]);
    });
    expect(await new Projecting(other).step()).toBe("done");
    expect(await other.reader.conversation.findFirst()).toMatchObject({ eventCount: 2, lastMessageText: "b" });
    await Promise.all([one, other].map((store) => store.close()));
  });

  it("produces the same state whichever process projects, and when", async () => {
    const expected = await openFreshStore();
    const database = await createDatabase();
    const stores = [openStore(database), openStore(database)];
    const random = randomNumbers(5);
    // One event per delivery, so that most belong to an existing conversation; some are sent twice.
    const events = manyConversations(12).flatMap((body) => (body as { events: object[] }).events);
    for (const event of [...events, ...events.filter(() => random() < 0.2)]) {
      const delivery = deliveryOf({ events: [event] });
      await append(expected, [delivery]);
      if (random() < 0.3) await project(expected);
      const store = stores[Math.floor(random() * 2)] ?? expected;
      await append(store, [delivery]);
      if (random() < 0.1) await Promise.all(stores.map(project));
    }
    await project(expected);
    const [store = expected] = stores;
    await project(store);
    expect(await stateOf(store)).toEqual(await stateOf(expected));
    await Promise.all(stores.map((each) => each.close()));
  });

  it("notifies open pages of what is projected, and not before", async () => {
    const store = await openFreshStore();
    await deliver(store, { events: [message("a", 1)] });
    const { cursor } = await readChanges(store, fullAccess, 0n);
    await log(store, { events: [message("b", 2), message("new", 2, keys[2])] });
    expect(await readChanges(store, fullAccess, cursor)).toMatchObject({ cursor, conversationKeys: [], events: 0 });
    await project(store);
    expect(await readChanges(store, fullAccess, cursor)).toMatchObject({
      conversationKeys: [keys[0], keys[2]],
      events: 2,
    });
  });

  it("restores a conversation whose row was lost, completely", async () => {
    const store = await openFreshStore();
    await deliver(store, { events: [message("b", 2), message("a", 1)] });
    await store.records.conversation.deleteMany();
    await deliver(store, { events: [message("c", 3)] });
    expect(await store.reader.conversation.findFirst()).toMatchObject({ eventCount: 3, lateCount: 1 });
    expect((await rebuild(store, () => {})).conversations.changed).toBe(0);
  });

  it("projects the same while a rebuild is running", async () => {
    const store = await openFreshStore();
    await deliver(store, { events: [message("a", 1)] });
    await store.records.conversation.updateMany({ data: { title: "damaged", eventCount: 7 } });
    const steps: Promise<unknown>[] = [];
    await rebuild(store, async () => {
      steps.push(log(store, { events: [message(`b${steps.length}`, 2)] }).then(() => project(store)));
      await steps.at(-1);
    });
    await project(store);
    expect(await store.reader.conversation.findFirst()).toMatchObject({ eventCount: 1 + steps.length });
    expect((await rebuild(store, () => {})).conversations.changed).toBe(0);
  });

  it("sets aside a conversation whose row the database refuses, and continues with the others", async () => {
    const store = await openFreshStore();
    await deliver(store, { events: keys.map((key) => message("before", 1, key)) });
    const { cursor } = await readChanges(store, fullAccess, 0n);
    await refuse(store, "poison");
    await deliver(store, {
      events: [message("good", 2), message("poison", 2, keys[1]), eventOf("hologram", {}, "2024-01-02", keys[1])],
    });
    await deliver(store, { events: [message("good", 2, keys[2])] });
    const texts = async () => {
      const rows = await store.reader.conversation.findMany({ orderBy: { key: "asc" } });
      return rows.map(({ lastMessageText, eventCount }) => `${lastMessageText} ${eventCount}`);
    };
    expect(await texts()).toEqual(["good 2", "before 1", "good 2"]);
    expect(await countUnprojected(store)).toBe(2);
    expect(await listFailed(store, fullAccess, 10)).toMatchObject([{ conversationKey: keys[1] }]);
    expect(await store.reader.unfamiliar.count()).toBe(0);

    await accept(store);
    await deliver(store, { events: [message("later", 3, keys[1])] });
    expect(await texts()).toEqual(["good 2", "later 4", "good 2"]);
    expect([await countUnprojected(store), await listFailed(store, fullAccess, 10)]).toEqual([0, []]);
    expect(await store.reader.unfamiliar.findFirst()).toMatchObject({ type: "hologram", eventCount: 1n });
    expect((await readChanges(store, fullAccess, cursor)).conversationKeys.toSorted()).toEqual(keys);
    expect((await rebuild(store, () => {})).conversations.changed).toBe(0);
  });

  it("sets aside a new conversation as well, and a rebuild that fails on it counts nothing twice", async () => {
    const store = await openFreshStore();
    await refuse(store, "poison");
    await deliver(store, { events: [message("poison", 2), eventOf("hologram", {}, "2024-01-01", keys[0])] });
    await deliver(store, { events: [message("good", 2, keys[1])] });
    expect(await store.reader.conversation.findMany()).toMatchObject([{ key: keys[1] }]);
    await rebuild(store, () => {});
    expect(await listFailed(store, fullAccess, 10)).toMatchObject([{ conversationKey: keys[0] }]);

    await accept(store);
    await project(store);
    expect(await store.reader.conversation.count()).toBe(2);
    expect(await store.reader.unfamiliar.findFirst()).toMatchObject({ type: "hologram", eventCount: 1n });
    expect((await rebuild(store, () => {})).conversations.changed).toBe(0);
  });

  async function refuse({ writer }: Store, text: string): Promise<void> {
    if (dialect === "postgresql") {
      await writer.$executeRawUnsafe(
        `ALTER TABLE "Conversation" ADD CONSTRAINT "refuse" CHECK ("lastMessageText" <> '${text}')`,
      );
      return;
    }
    for (const change of ["INSERT", "UPDATE"]) {
      await writer.$executeRawUnsafe(
        `CREATE TRIGGER "refuse ${change}" BEFORE ${change} ON "Conversation" WHEN new."lastMessageText" = '${text}'
          BEGIN SELECT RAISE(ABORT, 'refused'); END`,
      );
    }
  }

  async function accept({ writer }: Store): Promise<void> {
    if (dialect === "postgresql") {
      await writer.$executeRawUnsafe(`ALTER TABLE "Conversation" DROP CONSTRAINT "refuse"`);
      return;
    }
    for (const change of ["INSERT", "UPDATE"]) await writer.$executeRawUnsafe(`DROP TRIGGER "refuse ${change}"`);
  }
});

/** Counts of events, conversations and visitors. */
function countsOf({ reader }: Store): Promise<number[]> {
  return Promise.all([reader.event.count(), reader.conversation.count(), reader.visitor.count()]);
}
