import { parse } from "csv-parse/sync";
import { beforeAll, expect, it } from "vitest";
import type { StuckPage } from "@/lib/api/schemas/stuck";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import { Refusal } from "@/lib/queries/refusal";
import { Random } from "@/lib/simulator/random";
import { type LabelledConversation, simulateStuck } from "@/lib/simulator/stuck/simulate-stuck";
import { leftPrompts } from "@/lib/store/analytics/left-prompts";
import { listStuck } from "@/lib/store/analytics/list-stuck";
import { store } from "@/lib/store/connection/client";
import type { Store } from "@/lib/store/connection/open-store";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { plansOf } from "@/lib/testing/plans-of";
import { some } from "@/lib/testing/some";
import { useStore } from "@/lib/testing/use-store";
import { fullAccess, testUser, testViewer } from "@/lib/testing/viewer";
import { now } from "@/lib/time/instant";
import { stuckCsv } from "./stuck-csv";
import { stuckPageOf } from "./stuck-page";

const viewer = testViewer();
const started = Date.now();
const minute = 60_000;

async function pageOf(
  request: { filters?: Partial<ConversationFilters>; limit?: number; cursor?: string; format?: "json" | "csv" } = {},
  as = viewer,
): Promise<StuckPage> {
  const { filters = {}, limit = 50, cursor, format = "csv" } = request;
  const page = await stuckPageOf(as, { filters: { ...noFilters, ...filters }, limit, cursor, format });
  if (page instanceof Refusal) throw new Error(page.message);
  return page;
}

function share(of: readonly string[], among: ReadonlySet<string>): number {
  return of.filter((one) => among.has(one)).length / of.length;
}

describeEachDatabase("simulated traffic with visitors who are stuck", (openStore, _, dialect) => {
  let world: LabelledConversation[];

  beforeAll(async () => {
    useStore(await openStore());
    world = simulateStuck({ seed: "stuck", rounds: 12, now: started });
    const random = new Random("order of arrival");
    const events = random.shuffle(world.flatMap((conversation) => conversation.events));
    for (let start = 0; start < events.length; start += 200) {
      await deliver(store(), { events: events.slice(start, start + 200) });
    }
  });

  it("is found with a precision and a recall of at least 0.95, for each reason", async () => {
    const { data } = await pageOf();
    const pairs = (key: string, kinds: readonly string[]) => kinds.map((kind) => `${kind} ${key}`);
    const expected = some(world.flatMap(({ key, reasons }) => pairs(key, reasons)));
    const found = some(
      data.flatMap(({ key, reasons }) =>
        pairs(
          key,
          reasons.map(({ kind }) => kind),
        ),
      ),
    );
    const kinds = new Set(expected.map((pair) => pair.split(" ")[0] ?? ""));
    expect(kinds.size).toBe(7);
    for (const kind of kinds) {
      const of = (some: readonly string[]) => some.filter((pair) => pair.startsWith(`${kind} `));
      expect(share(of(found), new Set(expected)), `precision of ${kind}`).toBeGreaterThanOrEqual(0.95);
      expect(share(of(expected), new Set(found)), `recall of ${kind}`).toBeGreaterThanOrEqual(0.95);
    }
    const stuck = some(world.filter(({ reasons }) => reasons.length > 0)).map(({ key }) => key);
    const listed = data.map(({ key }) => key);
    expect(share(listed, new Set(stuck))).toBeGreaterThanOrEqual(0.95);
    expect(share(stuck, new Set(listed))).toBeGreaterThanOrEqual(0.95);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it("names events of its own conversation, in timeline order", async () => {
    const { data } = await pageOf();
    for (const { key, reasons } of some(data)) {
      const { id } = await store().reader.conversation.findUniqueOrThrow({ where: { key } });
      const events = await store().reader.event.findMany({
        where: { conversationId: id },
        orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
      });
      const ids = events.map((event) => String(event.id));
      for (const { eventIds } of some(reasons)) {
        expect(some(eventIds).every((eventId) => ids.includes(eventId))).toBe(true);
        expect([...eventIds].sort((a, b) => ids.indexOf(a) - ids.indexOf(b))).toEqual(eventIds);
      }
    }
  });

  it("is ranked by score, then by how long, and paged in that order", async () => {
    const all = (await pageOf()).data;
    const order = all.map(({ score, since }) => `${String(1000 - score).padStart(4, "0")} ${since}`);
    expect(order).toEqual([...order].sort());
    const paged: StuckPage["data"] = [];
    for (let cursor: string | undefined, count = 0; count < 100; count += 1) {
      const page = await pageOf({ limit: 7, format: "json", ...(cursor === undefined ? {} : { cursor }) });
      paged.push(...page.data);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
    const refused = await stuckPageOf(viewer, { filters: noFilters, limit: 7, cursor: "e30", format: "json" });
    expect(refused).toBeInstanceOf(Refusal);
  });

  it("answers the same as CSV", async () => {
    const page = await pageOf();
    const rows: Record<string, string>[] = parse(stuckCsv(page), { columns: true });
    expect(rows.map(({ key, kind, eventIds }) => [key, kind, eventIds])).toEqual(
      page.data.flatMap(({ key, reasons }) => reasons.map(({ kind, eventIds }) => [key, kind, eventIds.join(" ")])),
    );
  });

  it("reads only recently active conversations, and the showings of a prompt, by an index", async () => {
    const at = now();
    const plans = await plansOf(store(), async (spied) => {
      await listStuck(spied, fullAccess, noFilters, at);
      const [text] = await spied.reader.promptText.findMany({ take: 1 });
      await leftPrompts(spied, [text?.id ?? 0], at);
    });
    const steps = some(plans.flatMap((plan) => plan.steps)).filter((step) =>
      /"?(Conversation|Stuck|Step)\b|\b[cgwv]\b/.test(step),
    );
    expect(steps.filter((step) => /^SCAN [cgwv]\b|Seq Scan on "(Conversation|Stuck|Step)"/.test(step))).toEqual([]);
    // Postgres chooses by statistics, which a small table does not have.
    const start = dialect === "sqlite" ? "Conversation_list_idx (lastEventAt>" : "Conversation";
    expect(steps.some((step) => step.includes(start))).toBe(true);
    expect(steps.some((step) => step.includes("Step_textId_at_outcome_idx"))).toBe(true);
  });

  it("takes the list's filters", async () => {
    const { data } = await pageOf();
    const assigned = (await pageOf({ filters: { waiting: "yes" } })).data.map(({ key }) => key);
    expect(some(assigned).every((key) => data.some((one) => one.key === key))).toBe(true);
    expect(assigned.length).toBeLessThan(data.length);
    expect((await pageOf({ filters: { status: ["closed"] } })).data).toEqual([]);
  });
});

describeEachDatabase("the queue", (openStore) => {
  let database: Store;

  /** An event of a conversation of a bot, some minutes ago. */
  function event(
    type: string,
    payload: object,
    { ago, key = "a", bot = 8861 }: { ago: number; key?: string; bot?: number },
  ) {
    const at = new Date(started - ago * minute).toISOString().replace("T", " ").replace("Z", "000");
    const sent = eventOf(type, payload, at, key.padEnd(32, "0"));
    return { ...sent, account: { ...sent.account, bot: { id: bot } } };
  }

  const text = (by: string, said: string) => ({
    message_by: { type: by, id: null, email: null },
    message: { type: "text", text: said },
  });
  const keys = async (as = viewer) => (await pageOf({}, as)).data.map(({ key }) => key[0]);

  beforeAll(async () => {
    database = await openStore();
    useStore(database);
    await deliver(database, {
      events: [
        event(
          "conversation_create",
          { title: "Ada Byron", is_closed: 0, variables: [{ type: "text", name: "visitor_name", value: "Ada Byron" }] },
          { ago: 40 },
        ),
        event("message", text("visitor", "hello"), { ago: 30 }),
        event("message", text("visitor", "hello"), { ago: 20, key: "b", bot: 5 }),
      ],
    });
  });

  it("shows only what is in the viewer's scope, with masked titles", async () => {
    expect(await keys()).toEqual(["a", "b"]);
    const scoped = testUser("agent", { accounts: null, bots: ["5"] });
    expect(await keys(scoped)).toEqual(["b"]);
    const [shown] = (await pageOf()).data;
    expect(shown?.title).toBe("Ada Byron");
    const [masked] = (await pageOf({}, testUser("viewer"))).data;
    expect(masked?.title).not.toContain("Byron");
  });

  it("is left by a reply, a late one too, and by a close", async () => {
    await deliver(database, { events: [event("message", text("bot", "Hello!"), { ago: 19, key: "b", bot: 5 })] });
    expect(await keys()).toEqual(["a"]);
    const close = { closed_by: { type: "user", id: "7", email: null }, status: "Close" };
    await deliver(database, { events: [event("status", close, { ago: 1 })] });
    expect(await keys()).toEqual([]);
    expect(await database.reader.stuck.count()).toBe(0);
    await deliver(database, { events: [event("status", { ...close, status: "Open" }, { ago: 1 })] });
    await deliver(database, { events: [event("message", text("visitor", "agent please"), { ago: 6 })] });
    expect(await keys()).toEqual([]);
  });
});
