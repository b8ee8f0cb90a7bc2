import { beforeAll, describe, expect, it } from "vitest";
import { type ConversationFilters, conversationFilters, noFilters } from "@/lib/api/filters";
import { readMoment } from "@/lib/api/moment";
import { type ConversationSort, conversationSort, defaultSort } from "@/lib/api/sort";
import type { Conversation, Summary } from "@/lib/conversation/conversation";
import { compareEvents } from "@/lib/events/compare-events";
import type { Event } from "@/lib/events/event";
import { foldForSearch } from "@/lib/search/fold-for-search";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { agents, labels, manyConversations, pick, randomNumbers, words } from "@/lib/testing/many-conversations";
import { useStore } from "@/lib/testing/use-store";
import { testViewer } from "@/lib/testing/viewer";
import { millisecondsBetween } from "@/lib/time/instant";
import { conversationPage } from "./conversation-page";
import { conversationState } from "./conversation-state";
import { eventPage } from "./event-page";
import { Refusal } from "./refusal";
import { tabCounts } from "./tab-counts";

const viewer = testViewer();
const names = new Map(labels.map(({ id, name }) => [String(id), name]));

interface Known {
  conversation: Conversation;
  events: Event[];
}

describeEachDatabase("conversationPage", (openStore) => {
  let known: Known[] = [];

  beforeAll(async () => {
    const store = await openStore();
    useStore(store);
    await deliver(store, ...manyConversations(300));
    known = await Promise.all((await allKeys()).map(know));
  });

  const expectSame = async (filters: ConversationFilters, sort: ConversationSort = defaultSort) => {
    const wanted = known.filter((one) => matches(one, filters)).map(({ conversation }) => conversation);
    const listed = await listAll(filters, sort);
    expect(listed.map(({ key }) => key).sort()).toEqual(wanted.map(({ key }) => key).sort());
    expect(listed.map((row) => sortValue(row, sort))).toEqual(
      listed.map((row) => sortValue(row, sort)).sort((a, b) => (sort.startsWith("-") ? compare(b, a) : compare(a, b))),
    );
    return wanted.length;
  };

  it("knows all that was delivered", () => {
    expect(known).toHaveLength(300);
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
  ])("filters by %s", async (_, filters) => {
    const count = await expectSame({ ...noFilters, ...filters });
    expect(count).toBeGreaterThan(0);
    if (filters.q === undefined && filters.status?.length !== 2) expect(count).toBeLessThan(300);
  });

  it("finds nothing by names that do not exist", async () => {
    for (const filters of [{ label: ["nobody's"] }, { bot: ["99"] }, { channel: ["Telex"] }, { visitor: ["nobody"] }]) {
      expect(await expectSame({ ...noFilters, ...filters })).toBe(0);
    }
  });

  it("combines filters as a naive evaluation does", async () => {
    const random = randomNumbers(7);
    for (let round = 0; round < 200; round++) {
      await expectSame(randomFilters(random), pick(random, ["-createdAt", ...conversationSort.options]));
    }
  });

  it("counts what it lists, in all and by tab", async () => {
    const random = randomNumbers(8);
    for (let round = 0; round < 30; round++) {
      const filters = randomFilters(random);
      const wanted = known.filter((one) => matches(one, filters));
      const page = await conversationPage(viewer, { ...firstPage, filters, limit: 1, total: true });
      expect(page).toMatchObject({ total: wanted.length });

      const others = { ...filters, status: [], assignee: [] };
      const under = known.filter((one) => matches(one, others)).map(({ conversation }) => conversation);
      const open = under.filter(({ status }) => status === "open");
      expect(await tabCounts(viewer, { ...filters, assignee: ["none"] })).toEqual({
        open: open.length,
        unassigned: open.filter(({ assignee }) => assignee === null).length,
        closed: under.length - open.length,
        all: under.length,
      });
    }
  });

  it("shows in the list what the conversation says", async () => {
    const rows = new Map((await listAll(noFilters)).map((row) => [row.key, row]));
    for (const { conversation, events } of known) {
      const row = rows.get(conversation.key);
      const last = events.filter(({ type }) => type === "message").at(-1);
      expect(row).toMatchObject({
        id: conversation.id,
        title: conversation.title,
        status: conversation.status,
        bot: conversation.bot,
        visitor: { key: conversation.visitor.key, name: conversation.visitor.name, email: conversation.visitor.email },
        assignee: conversation.assignee,
        createdAt: conversation.createdAt,
        lastEventAt: conversation.lastEventAt,
        eventCount: events.length,
        messageCounts: conversation.messageCounts,
        noteCount: conversation.notes.length,
        gapCount: conversation.gaps.length,
        lastMessage: { text: last?.text, at: last?.occurredAt, by: last?.actor?.type },
      });
      expect(new Map(row?.labels.map(({ id, name }) => [id, name]))).toEqual(
        new Map(conversation.labels.map(({ id }) => [id, names.get(id)])),
      );
      expect(conversation.labels.every(({ name }) => name !== null)).toBe(true);
    }
  });

  it("tells the variables that are asked for", async () => {
    const { data } = await page({ ...firstPage, variables: ["plan", "age", "nothing"] });
    const states = new Map(known.map(({ conversation }) => [conversation.key, conversation.variables]));
    for (const { key, variables } of data) {
      const { plan, age } = states.get(key) ?? {};
      expect(variables).toEqual({ ...(plan && { plan: plan.value }), ...(age && { age: age.value }) });
    }
    expect(data.some(({ variables }) => variables?.plan === "pro")).toBe(true);
  });

  it("gives events in timeline order, whatever the page size", async () => {
    for (const { conversation, events } of known.slice(0, 20)) {
      expect(events).toEqual([...events].sort(compareEvents));
      const single = await allEvents(conversation.key, 1);
      expect(single).toEqual(events);
    }
  });

  it("gives the events that end the timeline, in its order", async () => {
    for (const { conversation, events } of known.slice(0, 3)) {
      const answer = await eventPage(viewer, { key: conversation.key, limit: 5, last: true });
      expect(answer).toEqual({ data: events.slice(-5), nextCursor: null });
    }
  });

  describe("a cursor", () => {
    it("belongs to its filters and sort", async () => {
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

    it("that was tampered with is refused", async () => {
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

describeEachDatabase("paging while conversations arrive", (openStore) => {
  it.each(["-lastEventAt", "createdAt"] as const)("by %s skips and repeats nothing", async (sort) => {
    const store = await openStore();
    useStore(store);
    const bodies = manyConversations(120, 3);
    await deliver(store, ...bodies.slice(0, 80));
    const before = new Set(await allKeys());

    const seen: string[] = [];
    let cursor: string | undefined;
    let arriving = 80;
    do {
      const { data, nextCursor } = await page({ ...firstPage, sort, limit: 7, cursor });
      seen.push(...data.map(({ key }) => key));
      cursor = nextCursor ?? undefined;
      await deliver(store, ...bodies.slice(arriving, arriving + 4));
      arriving += 4;
    } while (cursor !== undefined);

    expect(new Set(seen).size).toBe(seen.length);
    expect([...before].filter((key) => !seen.includes(key))).toEqual([]);
  });
});

const firstPage = { filters: noFilters, sort: defaultSort, limit: 200, cursor: undefined, total: false };

async function page(request: Parameters<typeof conversationPage>[1]) {
  const answer = await conversationPage(viewer, request);
  if (answer instanceof Refusal) throw new Error(answer.message);
  return answer;
}

async function listAll(filters: ConversationFilters, sort: ConversationSort = defaultSort): Promise<Summary[]> {
  const rows: Summary[] = [];
  let cursor: string | undefined;
  do {
    const { data, nextCursor } = await page({ ...firstPage, filters, sort, limit: 90, cursor });
    rows.push(...data);
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

async function allKeys(): Promise<string[]> {
  return (await listAll(noFilters)).map(({ key }) => key);
}

async function know(key: string): Promise<Known> {
  const conversation = await conversationState(viewer, { key });
  if (conversation instanceof Refusal) throw new Error(conversation.message);
  return { conversation, events: await allEvents(key, 500) };
}

async function allEvents(key: string, limit: number): Promise<Event[]> {
  const events: Event[] = [];
  let cursor: string | undefined;
  do {
    const answer = await eventPage(viewer, { key, limit, cursor, since: undefined });
    if (answer instanceof Refusal) throw new Error(answer.message);
    events.push(...answer.data);
    cursor = answer.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return events;
}

/** What a filter means, said as plainly as possible. */
function matches({ conversation, events }: Known, filters: ConversationFilters): boolean {
  const { assignee } = conversation;
  const among = (wanted: readonly string[], ...values: (string | null | undefined)[]) =>
    wanted.length === 0 || wanted.some((one) => values.includes(one));
  const folded = (values: readonly string[]) => values.map(foldForSearch);
  const said = [
    conversation.title,
    conversation.key,
    conversation.externalKey,
    conversation.visitor.name,
    ...events.map(({ text }) => text),
  ];
  const start = filters.from === null ? null : readMoment(filters.from, "start");
  const end = filters.to === null ? null : readMoment(filters.to, "end");
  const micros = (iso: string) => BigInt(Date.parse(iso)) * 1000n + BigInt(iso.slice(23, 26));
  return (
    among(filters.status, conversation.status) &&
    among(
      filters.assignee.map((who) => who.toLowerCase()),
      assignee === null ? "none" : assignee.id,
      assignee?.email?.toLowerCase(),
    ) &&
    (filters.label.length === 0 ||
      conversation.labels.some(({ id }) => among(folded(filters.label), id, foldForSearch(names.get(id) ?? "")))) &&
    among(filters.bot, conversation.bot?.id) &&
    among(folded(filters.channel), foldForSearch(conversation.channel?.name ?? "")) &&
    among(filters.visitor, conversation.visitor.key) &&
    (filters.has.length === 0 || events.some(({ messageType }) => among(filters.has, messageType))) &&
    [...Map.groupBy(filters.variables, ({ name }) => name)].every(([name, alternatives]) => {
      const value = conversation.variables[name]?.value;
      const text = typeof value === "string" ? value : JSON.stringify(value);
      return alternatives.some((one) => one.value === text);
    }) &&
    (filters.q.length === 0 ||
      folded(filters.q).some((wanted) => said.some((text) => text !== null && foldForSearch(text).includes(wanted)))) &&
    (start === null || micros(conversation.lastEventAt) >= start) &&
    (end === null || micros(conversation.createdAt) <= end)
  );
}

function randomFilters(random: () => number): ConversationFilters {
  const maybe = <const Value>(chance: number, values: readonly Value[]): Value[] =>
    random() < chance ? [pick(random, values), pick(random, values)].slice(Math.floor(random() * 2)) : [];
  return conversationFilters.parse({
    status: maybe(0.3, ["open", "closed"]),
    assignee: maybe(0.3, ["none", ...agents.map(({ id }) => id), "ada@example.com"]),
    label: maybe(0.3, ["11", "vip", "Needs review", "13"]),
    bot: maybe(0.2, ["1", "2", "3"]),
    channel: maybe(0.2, ["Web", "whatsapp", "Facebook"]),
    visitor: maybe(0.1, ["visitor-1", "visitor-2", "visitor-3"]),
    has: maybe(0.2, ["text", "image", "hologram"]),
    q: maybe(0.3, words),
    from: maybe(0.2, ["2024-01-10", "2024-02-10T05:00:00+05:45"])[0] ?? null,
    to: maybe(0.2, ["2024-03-01", "2024-02-20 10:00"])[0] ?? null,
    variables: [
      ...maybe(0.2, ["pro", "Pro", "free"]).map((value) => ({ name: "plan", test: "is", value })),
      ...maybe(0.1, ["7", "42", "null"]).map((value) => ({ name: "age", test: "is", value })),
    ],
  });
}

function sortValue(row: Summary, sort: ConversationSort): string | number {
  const { createdAt, lastEventAt, eventCount, messageCounts } = row;
  const values = {
    createdAt,
    lastEventAt,
    eventCount,
    messages: messageCounts.visitor + messageCounts.bot + messageCounts.user,
    duration: millisecondsBetween(createdAt, lastEventAt),
  };
  // A sort is one of these names, with or without a minus.
  return values[sort.replace("-", "") as keyof typeof values];
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
