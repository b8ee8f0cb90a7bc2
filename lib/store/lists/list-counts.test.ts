import { beforeAll, expect, it } from "vitest";
import { usualFacets } from "@/lib/api/facets";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/client";
import { rebuild } from "@/lib/store/projections/rebuild/rebuild";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { plansOf } from "@/lib/testing/plans-of";
import { fullAccess } from "@/lib/testing/viewer";
import { countFacets } from "./count-facets";
import { listConversations } from "./list-conversations";
import { countConversations, countTabs } from "./list-counts";

/** More than a search counts. */
const conversations = 1200;

describeEachDatabase("counts of lists", (openStore) => {
  let store: Store;

  beforeAll(async () => {
    store = await openStore();
    await deliver(store, { events: Array.from({ length: conversations }, (_, place) => said(place)) });
    await deliver(store, { events: Array.from({ length: 700 }, (_, place) => closed(place)) });
    await deliver(store, { events: Array.from({ length: 100 }, (_, place) => reopened(place)) });
  });

  it("are exact however many match", async () => {
    const counts = { open: 600, unassigned: 600, closed: 600, all: conversations, countedAtMost: null };
    expect(await countTabs(store, fullAccess, noFilters)).toEqual(counts);
    const facets = await countFacets(store, fullAccess, {
      filters: noFilters,
      facets: usualFacets,
      search: "",
      limit: 10,
    });
    expect(facets.isCut).toBe(false);
    expect(facets.rows).toContainEqual({ facet: "status", value: "closed", detail: null, name: null, count: 600 });
    expect(facets.rows).toContainEqual({ facet: "has", value: "text", detail: null, name: null, count: conversations });
    expect(await countTabs(store, fullAccess, { ...noFilters, to: "2024-01-01" })).toEqual(counts);
    expect(
      await countConversations(store, fullAccess, { ...noFilters, reopened: "yes", closedBy: ["agent@example.com"] }),
    ).toBe(0);
  });

  it("are lower bounds for text searches with more matches than are counted", async () => {
    const searched = { ...noFilters, q: ["hello"] };
    const counts = await countTabs(store, fullAccess, searched);
    expect(counts).toMatchObject({ all: 1000, countedAtMost: 1000 });
    expect(counts.open + counts.closed).toBe(1001);
    expect(
      (await countFacets(store, fullAccess, { filters: searched, facets: ["status"], search: "", limit: 10 })).isCut,
    ).toBe(true);
    expect(await countConversations(store, fullAccess, searched)).toBe(conversations);
  });

  it("follow changes to conversations, and a rebuild", async () => {
    const few = await openStore();
    await deliver(
      few,
      { events: [0, 1, 2, 3].map(said) },
      { events: [closed(0), closed(1)] },
      { events: [reopened(0)] },
    );
    const stored = async () => {
      const sets = await few.reader.facetSet.findMany({ where: { count: { gt: 0 } }, orderBy: { digest: "asc" } });
      const rows = await few.reader.conversation.groupBy({ by: ["facetSetId"], _count: true });
      const counted = new Map(rows.map(({ facetSetId, _count }) => [facetSetId, _count]));
      expect(sets.map(({ id, count }) => [id, count])).toEqual(sets.map(({ id }) => [id, counted.get(id)]));
      return sets.map(({ id: _, ...set }) => set);
    };
    const before = await stored();
    expect(before).toHaveLength(3);
    await few.records.facetSet.updateMany({ data: { count: 7, status: "lost" } });
    await rebuild(few, () => {});
    expect(await stored()).toEqual(before);
  });

  it.each<[string, Partial<ConversationFilters>]>([
    ["nothing", {}],
    ["names", { bot: ["Ada"], label: ["vip"], channel: ["web"], account: ["9"] }],
    ["times", { label: ["vip"], status: ["open"], from: "2024-01-01", to: "2024-02-01", duration: ">1m" }],
    [
      "all kinds",
      { label: ["vip"], messages: ">2", variables: [{ name: "plan", test: "is", value: "pro" }], q: ["hello"] },
    ],
  ])("a page that asks for %s takes at most three statements", async (_, filters) => {
    for (const sort of ["-lastEventAt", "title", "-firstReply"] as const) {
      const list = { filters: { ...noFilters, ...filters }, sort, limit: 50, after: null };
      expect((await plansOf(store, (spied) => listConversations(spied, fullAccess, list))).length).toBeLessThanOrEqual(
        3,
      );
    }
  });
});

const agent = { email: "agent@example.com", id: "7", type: "user" };

function keyOf(place: number): string {
  return place.toString(16).padStart(32, "0") + 1_700_000_000;
}

function closed(place: number): unknown {
  return eventOf("status", { closed_by: agent, status: "Close" }, "2024-01-02 00:00:00", keyOf(place));
}

function reopened(place: number): unknown {
  return eventOf("status", { closed_by: null, status: "Open" }, "2024-01-03 00:00:00", keyOf(place));
}

function said(place: number): unknown {
  const message = { message_by: { type: "visitor" }, message: { type: "text", text: `Hello ${place}` } };
  return eventOf("message", message, "2024-01-01 00:00:00", keyOf(place));
}
