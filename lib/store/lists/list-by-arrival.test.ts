import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type ConversationSort, defaultSort } from "@/lib/columns/sorts";
import { noFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/open-store";
import { dayOf } from "@/lib/store/projections/last-day";
import { rebuild } from "@/lib/store/projections/rebuild/rebuild";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { fullAccess } from "@/lib/testing/viewer";
import { toIso } from "@/lib/time/instant";
import { listConversations } from "./list-conversations";
import { countConversations } from "./list-counts";

const future = readFileSync("lib/testing/field-cases/45-future-clock.json", "utf8");
const inAYear = () => new Date(Date.now() + 31_536_000_000).toISOString();
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const inFiveMinutes = () => new Date(Date.now() + 300_000).toISOString();

describeEachDatabase("lists and clocks", (openStore) => {
  it("do not keep a conversation on top whose sender's clock is ahead", async () => {
    const store = await openStore();
    await deliver(store, future);
    await deliver(store, { events: [eventOf("note", { note: "ahead" }, inAYear(), "ahead")] });
    await deliver(store, { events: [eventOf("note", { note: "ahead" }, inAnHour(), "less ahead")] });
    expect(await keysOf(store)).toEqual(["less ahead", "ahead", "fc45"]);
    expect(await keysOf(store, "-createdAt")).toEqual(["less ahead", "ahead", "fc45"]);
    // A new event moves it to the top again, whatever its time.
    await deliver(store, { events: [eventOf("note", { note: "more" }, "2099-01-01 00:00:00.000002", "fc45")] });
    expect((await keysOf(store))[0]).toBe("fc45");

    const day = new Date().toISOString().slice(0, 10);
    for (const [filters, count] of [
      [{ from: "2098-01-01" }, 0],
      [{ created: ">=2098-01-01" }, 0],
      [{ active: ">=2098-01-01" }, 0],
      [{ from: day, to: inFiveMinutes() }, 3],
      [{ created: `${day}..${inFiveMinutes()}` }, 3],
      [{ active: `${day}..${inFiveMinutes()}` }, 3],
      [{ duration: "<5m" }, 3],
    ] as const) {
      expect(await countConversations(store, fullAccess, { ...noFilters, ...filters }), JSON.stringify(filters)).toBe(
        count,
      );
    }
    // A rebuild makes the facet sets again, with other ids.
    const stored = () =>
      store.reader.conversation.findMany({ omit: { changeId: true, facetSetId: true }, orderBy: { key: "asc" } });
    const before = await stored();
    expect((await rebuild(store, () => {})).conversations.changed).toBe(0);
    expect(await stored()).toEqual(before);
  });

  it("find the conversations of a label and of a variable by arrival", async () => {
    const store = await openStore();
    const label = { action: "added", labels: [{ id: 7, name: "future" }] };
    await deliver(store, { events: [eventOf("conversation_labels", label, "2099-01-01 00:00:00", "labelled")] });
    const variables = { variables: [{ type: "text", name: "plan", value: "pro" }] };
    await deliver(store, { events: [eventOf("variables", variables, "2099-01-01 00:00:01", "labelled")] });
    const labelled = { ...noFilters, label: ["future"] };
    expect(await countConversations(store, fullAccess, { ...labelled, from: "2098-01-01" })).toBe(0);
    expect(await countConversations(store, fullAccess, { ...labelled, to: inFiveMinutes() })).toBe(1);
    const { lastEventAt } = await store.reader.conversation.findFirstOrThrow();
    expect(await store.reader.conversationVariable.findFirst()).toMatchObject({ lastDay: dayOf(lastEventAt) });
  });

  it("keep the sender's time, and fold later events in the right place", async () => {
    const store = await openStore();
    await deliver(store, future);
    const at = "2098-01-01 00:00:00";
    const before = { message_by: { type: "visitor" }, message: { type: "text", text: "a year before" } };
    await deliver(store, { events: [eventOf("message", before, at, "fc45")] });
    const row = await store.reader.conversation.findFirstOrThrow();
    expect(toIso(row.lastSentAt ?? 0n)).toBe("2099-01-01T00:00:00.000001Z");
    expect(row).toMatchObject({ eventCount: 2, lateCount: 1, lastMessageText: "from a wrong clock" });
    expect(Number(row.lastEventAt / 1000n)).toBeLessThan(Date.now() + 120_000);
  });
});

async function keysOf(store: Store, sort: ConversationSort = defaultSort): Promise<string[]> {
  const keys: string[] = [];
  let after = null;
  // One row per page also tests the cursor.
  for (let pages = 0; pages < 10; pages += 1) {
    const page = await listConversations(store, fullAccess, { filters: noFilters, sort, limit: 1, after });
    keys.push(...page.rows.map(({ key }) => key));
    if (page.next === null) return keys;
    after = page.next;
  }
  throw new Error("The pages do not end.");
}
