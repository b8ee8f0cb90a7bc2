import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { SortKey } from "@/lib/columns/columns";
import { type ConversationSort, defaultSort, sorts } from "@/lib/columns/sorts";
import type { Summary } from "@/lib/conversation/conversation";
import type { Event } from "@/lib/events/event";
import { type ConversationFilters, filterNames, filterOf, noFilters } from "@/lib/filters/conversation-filters";
import { tabCounts } from "@/lib/queries/lists/tab-counts";
import { Refusal } from "@/lib/queries/refusal";
import { foldForSearch } from "@/lib/search/fold-for-search";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { everyPage } from "@/lib/testing/every-page";
import { type ListedTimes, listedTimes } from "@/lib/testing/listed-times";
import { labels, manyConversations, pick, randomNumbers, words } from "@/lib/testing/many-conversations";
import { foldNaively, inOrder } from "@/lib/testing/naive/fold-naively";
import { type Known, matchesNaively } from "@/lib/testing/naive/matches-naively";
import { randomFilters, samplesOf } from "@/lib/testing/naive/random-filters";
import { serviceNaively } from "@/lib/testing/naive/service-naively";
import { some } from "@/lib/testing/some";
import { useStore } from "@/lib/testing/use-store";
import { testViewer } from "@/lib/testing/viewer";
import { conversationPage } from "./conversation-page";
import { conversationState } from "./conversation-state";
import { eventPage } from "./event-page";

const viewer = testViewer();
const names = new Map(labels.map(({ id, name }) => [String(id), name]));

describeEachDatabase("conversationPage", (openStore) => {
  let known: Known[] = [];

  beforeAll(async () => {
    const store = await openStore();
    useStore(store);
    const bodies = manyConversations(300);
    const ahead = bodies.slice(0, 20).map(withClockAhead);
    await deliver(store, ...bodies);
    for (const body of ahead) await deliver(store, body);
    const sent = [...bodies, ...ahead].flatMap(({ events }) => events);
    const all = await Promise.all(
      [...Map.groupBy(sent, ({ conversation }) => conversation.key).values()].map(async (ofOne) => {
        const conversation = foldNaively(ofOne);
        const events = await allEvents(conversation.key, 500);
        expect(events.map(({ type, payload }) => ({ type, payload }))).toEqual(
          inOrder(ofOne).map(({ event }) => event),
        );
        return {
          conversation,
          events,
          listed: listedTimes(conversation, events),
          service: serviceNaively(inOrder(ofOne)),
          rawTexts: ofOne.map((event) => JSON.stringify(event)),
        };
      }),
    );
    const first = new Map<string, (typeof all)[number]>();
    for (const one of all) {
      const { key } = one.conversation.visitor;
      const earliest = first.get(key);
      if (earliest === undefined || one.listed.created < earliest.listed.created) first.set(key, one);
    }
    known = all.map((one) => ({ ...one, isFirstOfVisitor: first.get(one.conversation.visitor.key) === one }));
  });

  const expectSame = async (filters: ConversationFilters, sort: ConversationSort = defaultSort) => {
    const wanted = known.filter((one) => matchesNaively(one, filters)).map(({ conversation }) => conversation);
    const listed = await listAll(filters, sort);
    expect(listed.map(({ key }) => key).sort()).toEqual(wanted.map(({ key }) => key).sort());
    const times = new Map(known.map(({ conversation, listed: own }) => [conversation.key, own]));
    const values = listed.map((row) => sortValue(row, times.get(row.key), sort));
    // Rows without a value come last in both directions.
    const present = values.filter((value) => value !== null);
    expect(values.slice(present.length).every((value) => value === null)).toBe(true);
    expect(present).toEqual(present.toSorted((a, b) => (sort.startsWith("-") ? compare(b, a) : compare(a, b))));
    return wanted.length;
  };

  it("lists and returns all that was delivered, like a naive implementation", async () => {
    expect((await allKeys()).sort()).toEqual(known.map(({ conversation }) => conversation.key).sort());
    expect(known).toHaveLength(300);
    for (const { conversation, events } of known) {
      const told = await conversationState(viewer, { key: conversation.key });
      if (told instanceof Refusal) throw new Error(told.message);
      expect({
        key: told.key,
        externalKey: told.externalKey,
        title: told.title,
        account: told.account,
        bot: told.bot?.id,
        channel: told.channel?.name ?? null,
        visitor: { key: told.visitor.key, name: told.visitor.name },
        status: told.status,
        assignee: told.assignee && { id: told.assignee.id, email: told.assignee.email, type: told.assignee.type },
        wasHandedOver: told.assignments.some(({ to }) => to?.type === "user" || to?.type === "team"),
        labels: told.labels.map(({ id }) => id).sort(),
        variables: Object.fromEntries(Object.entries(told.variables).map(([name, { value }]) => [name, value])),
        messageCounts: told.messageCounts,
        noteCount: told.notes.length,
        gapCount: told.gaps.length,
        createdAt: told.createdAt,
        lastEventAt: told.lastEventAt,
      }).toEqual({ ...conversation, labels: conversation.labels.toSorted() });
      expect(told.eventCount).toBe(events.length);
      expect(told.labels.map(({ name }) => name)).toEqual(told.labels.map(({ id }) => names.get(id)));
    }
    for (const fact of ["assignee", "channel", "externalKey"] as const) {
      expect(new Set(known.map(({ conversation }) => conversation[fact] === null)).size).toBe(2);
    }
    expect(known.filter(({ conversation }) => conversation.gapCount > 0).length).toBeGreaterThan(20);
  });

  it.each(filterNames)("finds by %s what the filter's definition means", async (name) => {
    const { key, isList } = filterOf(name);
    const values = key === "key" ? known.slice(0, 1).map(({ conversation }) => conversation.key) : samplesOf(key);
    const counts: number[] = [];
    for (const value of some(values)) counts.push(await expectSame({ ...noFilters, [name]: isList ? [value] : value }));
    expect(Math.max(...counts)).toBeGreaterThan(0);
    expect(Math.min(...counts)).toBeLessThan(known.length);
  });

  it.each<[string, Partial<ConversationFilters>]>([
    ["status", { status: ["closed"] }],
    ["both statuses", { status: ["open", "closed"] }],
    ["assignee by e-mail in another case", { assignee: ["ADA@EXAMPLE.COM"] }],
    ["assignee by id", { assignee: ["8183"] }],
    ["nobody or one agent", { assignee: ["none", "grace@example.com"] }],
    ["label by id", { label: ["11"] }],
    ["label by name in another case", { label: ["needs review", "GRÖSSE"] }],
    ["bot", { bot: ["1", "3"] }],
    ["channel in another case", { channel: ["web", "WHATSAPP"] }],
    ["visitor", { visitor: ["visitor-3", "visitor-4"] }],
    ["message type", { has: ["image"] }],
    ["unknown message type", { has: ["hologram"] }],
    ["variable", { variables: [{ name: "plan", test: "is", value: "pro" }] }],
    ["one of two values", { variables: ["pro", "free"].map((value) => ({ name: "plan", test: "is", value })) }],
    ["an empty value", { variables: [{ name: "plan", test: "is", value: "" }] }],
    [
      "a boolean and a number",
      {
        variables: [
          { name: "trial", test: "is", value: "true" },
          { name: "age", test: "is", value: "7" },
        ],
      },
    ],
    ["from", { from: "2024-02-01" }],
    ["to", { to: "2024-01-20T12:00:00Z" }],
    ["a day", { from: "2024-01-15", to: "2024-01-15" }],
    ...[...words, "ok", "返", "👍", "%", "_", "\\", '"', "İ", "ß", "SS", "ΟΔΟΣ", "größe", "external-7", "ångström"].map(
      (text): [string, Partial<ConversationFilters>] => [`search for ${text}`, { q: [text] }],
    ),
    ["search for one of two", { q: ["refund", "返金"] }],
    ["search for both", { "q.all": ["ok", "STRASSE"] }],
    ["what was not said", { "-q": ["ok", "%"] }],
    ["no label of these", { "-label": ["11", "größe"] }],
    ["all labels", { "label.all": ["VIP", "12"] }],
    ["somebody assigned", { "-assignee": ["none"] }],
    ["not assigned to one", { "-assignee": ["ADA@example.com", "8183"] }],
    ["another status", { "-status": ["open"] }],
    ["another bot", { "-bot": ["1"] }],
    ["another channel", { "-channel": ["WEB"] }],
    ["another visitor", { "-visitor": ["visitor-1", "visitor-2"] }],
    ["without a message type", { "-has": ["image", "nothing"] }],
    ["closed by a person", { closedBy: ["Ada@Example.com", "8182"] }],
    ["closed by a kind", { closedBy: ["TEAM"] }],
    ["not closed by a kind", { "-closedBy": ["user"] }],
    ["created range", { created: "2024-01-10..2024-02-10" }],
    ["last active", { active: ">=2024-02-10" }],
    ["handed over", { handedOver: "yes" }],
    ["never handed over", { handedOver: "no" }],
    ["notes", { notes: "yes" }],
    ["gaps", { gaps: "yes" }],
    ["no gaps", { gaps: "no" }],
    ["an unanswered prompt", { unanswered: ["yes"] }],
    ["no unanswered prompt", { unanswered: ["no"] }],
    ["messages", { messages: ">4" }],
    ["duration", { duration: "2h..8h" }],
    ...(
      [
        ["plan", "not", "pro"],
        ["plan", "contains", "RO"],
        ["visitor_name", "contains", "ång"],
        ["plan", "exists", "yes"],
        ["plan", "exists", "no"],
        ["age", "over", "7"],
        ["age", "min", "7"],
        ["age", "under", "42"],
        ["due", "over", "2024-02-01"],
        ["due", "min", "2024-02-01T10:00:00Z"],
        ["due", "max", "2024-02-01"],
        ["due", "over", "sooner"],
        ["due", "max", "SOON"],
      ] as const
    ).map(([name, test, value]): [string, Partial<ConversationFilters>] => [
      `${name} ${test} ${value}`,
      { variables: [{ name, test, value }] },
    ]),
  ])("filters by %s", async (_, filters) => {
    const count = await expectSame({ ...noFilters, ...filters });
    expect(count).toBeGreaterThan(0);
    if (filters.q === undefined && filters.status?.length !== 2) expect(count).toBeLessThan(300);
  });

  it("finds nothing by names that do not exist", async () => {
    for (const filters of [
      { label: ["nobody's"] },
      { bot: ["99"] },
      { channel: ["Telex"] },
      { visitor: ["nobody"] },
      { account: ["477"] },
    ]) {
      expect(await expectSame({ ...noFilters, ...filters })).toBe(0);
    }
  });

  it("excludes everything that names do not match", async () => {
    for (const filters of [
      { "-label": ["nobody's"] },
      { "-channel": ["Telex"] },
      { account: ["476"] },
      { account: ["account"] },
    ]) {
      expect(await expectSame({ ...noFilters, ...filters })).toBe(300);
    }
    expect(await expectSame({ ...noFilters, "-account": ["476"] })).toBe(0);
  });

  it("interprets days and durations relative to now", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2024, 1, 10, 9) });
    try {
      for (const active of ["today", "yesterday", "7d", "30d..7d"]) {
        expect(await expectSame({ ...noFilters, active }), active).toBeGreaterThan(0);
      }
    } finally {
      vi.useRealTimers();
    }
  });

  it("combines filters like a naive implementation", async () => {
    const random = randomNumbers(7);
    const found: number[] = [];
    for (let round = 0; round < 200; round++) {
      found.push(await expectSame(randomFilters(random), pick(random, sorts)));
    }
    expect(found.filter((count) => count > 0).length).toBeGreaterThan(60);
  });

  it("counts what it lists, in total and by tab", async () => {
    const random = randomNumbers(8);
    for (let round = 0; round < 30; round++) {
      const filters = randomFilters(random);
      const wanted = known.filter((one) => matchesNaively(one, filters));
      const page = await conversationPage(viewer, { ...firstPage, filters, limit: 1, total: true });
      expect(page).toMatchObject({ total: wanted.length });

      const others = { ...filters, status: [], assignee: [] };
      const under = known.filter((one) => matchesNaively(one, others)).map(({ conversation }) => conversation);
      const open = under.filter(({ status }) => status === "open");
      expect(await tabCounts(viewer, { ...filters, assignee: ["none"] })).toMatchObject({
        open: open.length,
        unassigned: open.filter(({ assignee }) => assignee === null).length,
        closed: under.length - open.length,
        all: under.length,
      });
    }
  });

  it("shows the same in the list as in the conversation", async () => {
    const rows = new Map((await listAll(noFilters)).map((row) => [row.key, row]));
    for (const { conversation, events } of known) {
      const row = rows.get(conversation.key);
      const last = events.filter(({ type }) => type === "message").at(-1);
      expect(row).toMatchObject({
        id: events.at(-1)?.envelope.conversation.id,
        title: conversation.title,
        status: conversation.status,
        bot: { id: conversation.bot },
        visitor: conversation.visitor,
        assignee: conversation.assignee,
        createdAt: conversation.createdAt,
        lastEventAt: conversation.lastEventAt,
        eventCount: events.length,
        messageCounts: conversation.messageCounts,
        noteCount: conversation.noteCount,
        gapCount: conversation.gapCount,
        lastMessage: { text: last?.text, at: last?.occurredAt, by: last?.actor?.type },
      });
      expect(new Map(row?.labels.map(({ id, name }) => [id, name]))).toEqual(
        new Map(conversation.labels.map((id) => [id, names.get(id)])),
      );
    }
  });

  it("returns the requested variables", async () => {
    const { data } = await page({ ...firstPage, variables: ["plan", "age", "nothing"] });
    const states = new Map(known.map(({ conversation }) => [conversation.key, conversation.variables]));
    expect(data).toHaveLength(200);
    for (const { key, variables } of data) {
      const { plan, age } = states.get(key) ?? {};
      expect(variables).toEqual({ ...(plan !== undefined && { plan }), ...(age !== undefined && { age }) });
    }
    expect(data.some(({ variables }) => variables?.plan === "pro")).toBe(true);
  });

  it("returns the same events for any page size", async () => {
    expect(known.length).toBeGreaterThanOrEqual(20);
    for (const { conversation, events } of known.slice(0, 20)) {
      expect(events.length).toBeGreaterThan(0);
      expect(await allEvents(conversation.key, 1)).toEqual(events);
    }
  });

  it("returns the last events of the timeline, in order", async () => {
    for (const { conversation, events } of some(known.slice(0, 3))) {
      const answer = await eventPage(viewer, { key: conversation.key, limit: 5, last: true });
      expect(answer).toEqual({ data: events.slice(-5), nextCursor: null, hasEarlier: events.length > 5 });
    }
  });

  describe("a cursor", () => {
    it("is valid only for its filters and sort", async () => {
      const { nextCursor } = await page({ ...firstPage, limit: 5 });
      const cursor = nextCursor ?? "";
      expect(await page({ ...firstPage, limit: 5, cursor })).toHaveProperty("data.length", 5);
      for (const other of [{ sort: "createdAt" as const }, { filters: { ...noFilters, status: ["open" as const] } }]) {
        expect(await conversationPage(viewer, { ...firstPage, cursor, ...other })).toMatchObject({
          code: "bad_request",
          parameter: "cursor",
        });
      }
    });

    it("with a text that no database can store is rejected", async () => {
      const byTitle = { ...firstPage, sort: "title" as const, limit: 5 };
      const { nextCursor } = await page(byTitle);
      const content = JSON.parse(Buffer.from(nextCursor ?? "", "base64url").toString());
      for (const title of ["\ud800", "a\0b"]) {
        const cursor = Buffer.from(JSON.stringify({ ...content, at: [title, "1"] })).toString("base64url");
        expect(await conversationPage(viewer, { ...byTitle, cursor })).toBeInstanceOf(Refusal);
      }
    });

    it("that was tampered with is rejected", async () => {
      const { nextCursor } = await page({ ...firstPage, limit: 5 });
      const content = JSON.parse(Buffer.from(nextCursor ?? "", "base64url").toString());
      const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
      const forgeries = [
        "",
        "x",
        "null",
        written(null),
        written({ ...content, at: ["1"] }),
        written({ ...content, at: ["1", "1; DROP TABLE"] }),
        written({ ...content, at: [1, 2] }),
        written({ ...content, at: ["9".repeat(30), "1"] }),
        written({ ...content, more: true }),
      ];
      for (const cursor of forgeries) {
        const answer = await conversationPage(viewer, { ...firstPage, limit: 5, cursor });
        expect(answer, cursor).toBeInstanceOf(Refusal);
      }
    });
  });
});

describeEachDatabase("the order of a conversation's events", (openStore) => {
  const said = (text: string, second: string) =>
    eventOf(
      "message",
      { message_by: { type: "visitor" }, message: { type: "text", text } },
      `2024-01-01 00:00:${second}`,
    );

  it.each([1, 2, 500])("is by the sender's clock, then by arrival, in pages of %i", async (limit) => {
    const store = await openStore();
    useStore(store);
    const { key } = said("", "00.000000").conversation;
    await deliver(store, { events: [said("fourth", "04.000000"), said("second", "02.000000")] });
    await deliver(store, { events: [said("third", "02.000000")] });
    // A late event: it arrives last and belongs first.
    await deliver(store, { events: [said("fifth", "04.000001"), said("first", "01.999999")] });
    const texts = (await allEvents(key, limit)).map(({ text }) => text);
    expect(texts).toEqual(["first", "second", "third", "fourth", "fifth"]);
  });
});

describeEachDatabase("paging while conversations arrive", (openStore) => {
  it.each(["-lastEventAt", "createdAt", "title", "-title"] as const)(
    "by %s has no gaps and no duplicates",
    async (sort) => {
      const store = await openStore();
      useStore(store);
      const bodies = manyConversations(120, 3);
      await deliver(store, ...bodies.slice(0, 80));
      const before = new Set(await allKeys());

      let arriving = 80;
      const seen = await everyPage(async (cursor: string | undefined) => {
        const { data, nextCursor } = await page({ ...firstPage, sort, limit: 7, cursor });
        await deliver(store, ...bodies.slice(arriving, arriving + 4));
        arriving += 4;
        return { rows: data.map(({ key }) => key), next: nextCursor };
      });

      expect(new Set(seen).size).toBe(seen.length);
      expect([...before].filter((key) => !seen.includes(key))).toEqual([]);
    },
  );
});

describeEachDatabase("a conversation whose sender's clock is ahead", (openStore) => {
  it("keeps the sender's times in the list and in its state", async () => {
    const store = await openStore();
    useStore(store);
    await deliver(store, readFileSync("lib/testing/field-cases/45-future-clock.json", "utf8"));
    const sent = "2099-01-01T00:00:00.000001Z";
    const { data } = await page(firstPage);
    expect(data).toMatchObject([{ key: "fc45", createdAt: sent, lastEventAt: sent }]);
    expect(await conversationState(viewer, { key: "fc45" })).toMatchObject({ createdAt: sent, lastEventAt: sent });
  });
});

const firstPage = { filters: noFilters, sort: defaultSort, limit: 200, cursor: undefined, total: false };

async function page(request: Parameters<typeof conversationPage>[1]) {
  const answer = await conversationPage(viewer, request);
  if (answer instanceof Refusal) throw new Error(answer.message);
  return answer;
}

function listAll(filters: ConversationFilters, sort: ConversationSort = defaultSort): Promise<Summary[]> {
  return everyPage(async (cursor: string | undefined) => {
    const { data, nextCursor } = await page({ ...firstPage, filters, sort, limit: 90, cursor });
    return { rows: data, next: nextCursor };
  });
}

async function allKeys(): Promise<string[]> {
  return (await listAll(noFilters)).map(({ key }) => key);
}

function allEvents(key: string, limit: number): Promise<Event[]> {
  return everyPage(async (cursor: string | undefined) => {
    const answer = await eventPage(viewer, { key, limit, cursor, since: undefined });
    if (answer instanceof Refusal) throw new Error(answer.message);
    return { rows: answer.data, next: answer.nextCursor };
  });
}

/** Some of the same events again, sent with a clock that is an hour or decades ahead. */
function withClockAhead({ events }: ReturnType<typeof manyConversations>[number]) {
  const times = [new Date(Date.now() + 3_600_000).toISOString(), "2099-01-01 00:00:00"];
  return { events: events.slice(0, 2).map((event, place) => ({ ...event, timestamp: times[place] ?? "" })) };
}

function sortValue(
  row: Summary,
  times: ListedTimes | undefined,
  sort: ConversationSort,
): string | number | bigint | null {
  const { eventCount, messageCounts, noteCount, gapCount, humanWaitMs, firstReplyMs, waitingSince } = row;
  const { created, active } = times ?? { created: 0n, active: 0n };
  const values: Record<SortKey, string | number | bigint | null> = {
    createdAt: created,
    lastEventAt: active,
    // Compared as bytes, since JavaScript compares surrogates separately.
    title: Buffer.from(foldForSearch(row.title)).toString("hex"),
    eventCount,
    noteCount,
    gapCount,
    messages: messageCounts.visitor + messageCounts.bot + messageCounts.user,
    duration: active - created,
    humanWait: humanWaitMs,
    firstReply: firstReplyMs,
    waitingSince,
  };
  // A sort is one of these names, optionally with a minus.
  return values[sort.replace("-", "") as SortKey];
}

function compare(a: string | number | bigint, b: string | number | bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
