import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import type { Database } from "@/lib/env/database-url";
import { noFilters } from "@/lib/filters/conversation-filters";
import { Writer } from "@/lib/ingest/writer";
import { openStore, type Store } from "@/lib/store/connection/open-store";
import { countConversations } from "@/lib/store/lists/list-counts";
import { project } from "@/lib/store/projections/project";
import { readConversation } from "@/lib/store/reads/read-conversation";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, deliveryOf, eventOf, samples } from "@/lib/testing/deliver";
import { manyConversations } from "@/lib/testing/many-conversations";
import { conversationsOf, stateOf } from "@/lib/testing/state-of";
import { fullAccess } from "@/lib/testing/viewer";
import { rebuild } from "./rebuild";

describeEachDatabase("a rebuild", (openFreshStore, createDatabase) => {
  it("changes nothing when nothing has changed", async () => {
    const store = await openFreshStore();
    await deliver(store, ...samples().values());
    const before = await derived(store);
    const { events, conversations } = await rebuild(store, () => {});
    expect(events).toMatchObject({ done: 28, changed: 0 });
    expect(conversations).toMatchObject({ changed: 0 });
    expect(await derived(store)).toEqual(before);
  });

  it("derives everything from the log alone", async () => {
    const store = await openFreshStore();
    await deliver(store, ...samples().values());
    const before = await derived(store);
    const { records } = store;
    await records.event.updateMany({ data: { recognised: false, searchText: "lost", messageType: null } });
    await records.conversation.updateMany({
      data: { title: "lost", snapshot: "{}", searchText: "lost", eventCount: 0 },
    });
    await records.conversationVariable.deleteMany();
    await records.facetSet.updateMany({ data: { count: 7 } });
    await records.facetSetValue.deleteMany();
    await records.fact.updateMany({ data: { engaged: false, visitorTurns: 99 } });
    await records.factReply.deleteMany();
    await records.step.updateMany({ data: { outcome: "lost", textId: 999 } });
    await records.promptText.deleteMany();
    await records.stuck.deleteMany();
    await records.facetSet.deleteMany({ where: { status: "closed" } });
    await Promise.all([records.visitor.deleteMany(), records.label.deleteMany(), records.bot.deleteMany()]);
    expect((await rebuild(store, () => {})).events).toMatchObject({ changed: 28, newlyRecognised: 28 });
    expect(await derived(store)).toEqual(before);
  });

  it("restores all derived data after a loss, including what was derived before the loss was noticed", async () => {
    const store = await openFreshStore();
    const fresh = await openFreshStore();
    const bodies = manyConversations(40);
    const counts = async (from: Store) => {
      const rows = await from.reader.conversation.findMany({ select: { key: true }, orderBy: { key: "asc" } });
      const read = await Promise.all(rows.map(({ key }) => readConversation(from, fullAccess, key)));
      return read.map((row) => [row?.key, row?.repeatCount, row?.lateCount]);
    };
    const found = async (from: Store) =>
      Promise.all(["refund", "istanbul"].map((q) => countConversations(from, fullAccess, { ...noFilters, q: [q] })));
    await deliver(store, ...bodies, bodies[3]);
    const ids = await store.reader.conversation.findMany({ select: { id: true, key: true }, orderBy: { id: "asc" } });
    await loseDerived(store);
    await deliver(store, bodies[5], bodies[7]);
    const more = { events: [eventOf("note", { note: "after the loss" }, "2025-01-01 00:00:00", ids[5]?.key)] };
    await deliver(store, more);

    const report = await rebuild(store, () => {});
    expect(report.conversations.done).toBe(ids.length);
    await deliver(fresh, ...bodies, bodies[3]);
    await deliver(fresh, bodies[5], bodies[7]);
    await deliver(fresh, more);
    expect(timeless(await stateOf(store))).toEqual(timeless(await stateOf(fresh)));
    expect(await counts(store)).toEqual(await counts(fresh));
    expect(await found(store)).toEqual(await found(fresh));
    const now = await store.reader.conversation.findMany({ select: { id: true, key: true }, orderBy: { id: "asc" } });
    expect(now).toEqual(ids);
    if (store.dialect === "sqlite") {
      await store.records.$executeRaw`INSERT INTO "EventSearch" ("EventSearch", "rank") VALUES ('integrity-check', 1)`;
    }
  });

  it("keeps no name and no visitor that is not in the log, and notifies open pages only of changes", async () => {
    const store = await openFreshStore();
    await deliver(store, ...manyConversations(12));
    const before = await stateOf(store);
    const changeIds = () => store.reader.conversation.findMany({ select: { changeId: true }, orderBy: { id: "asc" } });
    const ids = await changeIds();
    const { reader, records } = store;
    const late = 9_000_000_000_000_000n;
    await records.label.updateMany({ data: { name: "stale", namedAt: late, namedBy: 999n } });
    await records.label.create({
      data: { accountKey: "account", labelId: "0", name: "nobody's", namedAt: late, namedBy: 1n },
    });
    await records.bot.updateMany({ data: { name: "stale", namedAt: late, namedBy: 999n } });
    await records.fact.create({
      data: {
        ...{ conversationId: 999n, engaged: true, replied: true, visitorTurns: 1, visitorSpokeLast: true },
        ...{ messageSent: true, assigneeSent: true, statusSent: true },
      },
    });
    await records.factReply.create({ data: { conversationId: 999n, place: 0, person: "1" } });
    const step = { at: 0n, outcome: "open", cameFrom: "start", wentTo: "open", isApart: false };
    await records.step.create({ data: { conversationId: 999n, place: 0, textId: 999, ...step } });
    await records.stuck.create({ data: { conversationId: 999n, dueAt: 0n, signs: "[]" } });
    const stale = { digest: "stale", botId: "1", prompt: "stale", variant: "stale", type: "text", isWeak: false };
    await records.promptText.create({ data: { id: 999, ...stale, title: "Stale", choices: "[]" } });
    await records.visitor.create({ data: { key: "nobody", accountKey: "account", firstSeenAt: 0n, lastSeenAt: 0n } });
    const report = await rebuild(store, () => {});
    expect(report.conversations.changed).toBe(0);
    expect(await stateOf(store)).toEqual(before);
    expect(await changeIds()).toEqual(ids);

    await records.conversation.updateMany({ where: { id: 1n }, data: { status: "lost" } });
    await records.event.updateMany({ where: { type: "note" }, data: { recognised: false } });
    const notes = await reader.event.count({ where: { type: "note" } });
    const second = await rebuild(store, () => {});
    expect(second.conversations.changed).toBe(1);
    expect(second.newKinds).toEqual({ note: notes });
    expect(await stateOf(store)).toEqual(before);
  });

  it("ends in the state of a fresh ingest, while another process accepts events without waiting", async () => {
    const database = await createDatabase();
    const [store, fresh] = [openStore(database), await openFreshStore()];
    const bodies = manyConversations(200);
    await deliver(store, ...bodies);
    await store.records.event.updateMany({ data: { searchText: "lost", recognised: false, actorType: null } });
    await store.records.conversation.updateMany({
      data: { title: "lost", snapshot: '{"format":0}', visitorKey: "lost" },
    });

    const command = rebuildElsewhere(database);
    let isDone = false;
    void command.then(() => {
      isDone = true;
    });
    const writer = new Writer(store);
    const sent: unknown[] = [];
    for (let number = 0; !isDone; number += 1) {
      const at = new Date(Date.UTC(2024, 0, 1) + number * 3_600_000).toISOString();
      const key = `${(number % 200).toString(16).padStart(32, "0")}1704067200`;
      const body = { events: [eventOf("note", { note: `n${number}` }, at, key)] };
      expect((await writer.submit(deliveryOf(body))).ok).toBe(true);
      sent.push(body);
      await delay(5);
    }
    const { code, output } = await command;
    expect(output).toContain("newly recognised");
    expect(code).toBe(0);
    await project(store);
    await deliver(fresh, ...bodies, ...sent);
    expect(timeless(await stateOf(store))).toEqual(timeless(await stateOf(fresh)));
    await store.close();
  }, 120_000);
});

/** All tables except events and deliveries, and the search index. */
async function loseDerived({ records, dialect }: Store): Promise<void> {
  await Promise.all([
    records.conversationVariable.deleteMany(),
    records.fact.deleteMany(),
    records.factReply.deleteMany(),
    records.step.deleteMany(),
    records.promptText.deleteMany(),
    records.facetSet.deleteMany(),
    records.facetSetValue.deleteMany(),
    records.visitor.deleteMany(),
    records.platformAccount.deleteMany(),
    records.bot.deleteMany(),
    records.label.deleteMany(),
    records.unfamiliar.deleteMany(),
    records.conversation.deleteMany(),
    records.conversationKey.deleteMany(),
  ]);
  if (dialect === "postgresql") {
    await records.$executeRaw`DROP INDEX "Event_searchText_trigrams"`;
    await records.$executeRaw`DROP INDEX "ConversationSearch_searchText_trigrams"`;
    await records.$executeRaw`DELETE FROM "ConversationSearch" WHERE "id" % 2 = 0`;
  } else {
    await records.$executeRaw`INSERT INTO "EventSearch" ("EventSearch") VALUES ('delete-all')`;
  }
}

function timeless({ events, ...state }: Awaited<ReturnType<typeof stateOf>>) {
  // The order also depended on the time.
  const sorted = events.toSorted((a, b) => (`${a.key} ${a.place}` < `${b.key} ${b.place}` ? -1 : 1));
  return { ...state, events: sorted.map(({ receivedAt: _, ...event }) => event) };
}

async function rebuildElsewhere(database: Database) {
  const DATABASE_URL = database.dialect === "sqlite" ? `file:${database.path}` : database.url;
  const loader = ["--conditions=react-server", "--import", "tsx", "lib/cli/rebuild.ts"];
  const env = { ...process.env, DATABASE_URL, AUTH_SECRET: "a secret of tests, long enough" };
  const child = spawn(process.execPath, loader, { env });
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code: child.exitCode, output: out + errors };
}

async function derived(store: Store) {
  const { reader } = store;
  return {
    events: await reader.event.findMany({ orderBy: { id: "asc" } }),
    ...derivedOf(await conversationsOf(store)),
    sets: await reader.facetSet.findMany({
      where: { count: { gt: 0 } },
      omit: { id: true },
      orderBy: { digest: "asc" },
    }),
    variables: await reader.conversationVariable.findMany({ orderBy: [{ conversationId: "asc" }, { name: "asc" }] }),
    visitors: await reader.visitor.findMany({ orderBy: { key: "asc" } }),
    labelNames: await reader.label.findMany({ orderBy: { labelId: "asc" } }),
    bots: await reader.bot.findMany({ orderBy: { id: "asc" } }),
  };
}

function derivedOf({ conversations, facts, replies }: Awaited<ReturnType<typeof conversationsOf>>) {
  return { conversations, facts, replies };
}
