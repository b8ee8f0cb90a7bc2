import { beforeAll, describe, expect, it } from "vitest";
import { usualFacets } from "@/lib/api/facets";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/open-store";
import { countConversations } from "@/lib/store/lists/list-counts";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { manyConversations } from "@/lib/testing/many-conversations";
import { some } from "@/lib/testing/some";
import { useStore } from "@/lib/testing/use-store";
import { fullAccess, testViewer } from "@/lib/testing/viewer";
import { facetCounts } from "./facet-counts";

const ask = { filters: noFilters, facets: [], search: "", limit: 200 } as const;

describeEachDatabase("facetCounts", (openStore) => {
  let store: Store;

  beforeAll(async () => {
    store = await openStore();
    useStore(store);
    await deliver(store, ...manyConversations(150, 5));
    // One person with and without an e-mail address, two labels with the same name in one conversation, one name in two
    // spellings.
    const key = (place: number) => `f${place}`.padEnd(32, "0") + 1_700_000_000;
    const at = "2024-06-01 10:00:00.000000";
    const assigned = (place: number, email: string | null) =>
      eventOf("assignee_change", { from: null, to: { type: "user", id: "9000", email } }, at, key(place));
    const labelled = (place: number, ...labels: { id: number; name: string }[]) =>
      eventOf("conversation_labels", { action: "added", labels }, at, key(place));
    await deliver(store, {
      events: [
        assigned(1, "Eve@example.com"),
        assigned(2, null),
        labelled(3, { id: 71, name: "Urgent" }, { id: 72, name: "URGENT" }),
        labelled(4, { id: 71, name: "Urgent" }),
      ],
    });
  });

  const listings: [string, Partial<ConversationFilters>][] = [
    ["nothing", {}],
    ["a status", { status: ["open"] }],
    ["labels", { label: ["vip", "urgent"] }],
    ["an excluded label", { "-label": ["vip"], status: ["closed"] }],
    ["a variable", { variables: [{ name: "plan", test: "is", value: "pro" }] }],
    ["a search", { q: ["straße"] }],
  ];

  it.each(listings)("show the result of selecting a value, with %s", async (_, given) => {
    const filters = { ...noFilters, ...given };
    const answer = await facetCounts(testViewer(), { ...ask, filters, facets: [...usualFacets, "var.plan"] });
    expect(answer.facets.map(({ facet }) => facet)).toEqual([...usualFacets, "var.plan"]);
    for (const { facet, values, isExact, hasMore } of answer.facets) {
      expect({ isExact, hasMore }).toEqual({ isExact: true, hasMore: false });
      expect(values.map(({ count }) => count)).toEqual(
        values.map(({ count }) => count).sort((one, other) => other - one),
      );
      for (const { value, count } of some(values)) {
        expect(count, `${facet} ${value}`).toBe(
          await countConversations(store, fullAccess, choosing(filters, facet, value)),
        );
      }
    }
  });

  it("have no values with filters that nothing matches", async () => {
    const filters = { ...noFilters, q: ["qqqq"] };
    const { facets } = await facetCounts(testViewer(), { ...ask, filters, facets: [...usualFacets, "var.plan"] });
    expect(facets.map(({ values }) => values)).toEqual([...usualFacets, "var.plan"].map(() => []));
  });

  it("miss no conversation", async () => {
    const { facets } = await facetCounts(testViewer(), { ...ask, facets: ["status", "account"] });
    for (const { values } of some(facets)) expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(154);
  });

  describe("of variables", () => {
    it("are their names, most frequent first", async () => {
      const { facets } = await facetCounts(testViewer(), { ...ask, facets: ["variables"] });
      expect(facets[0]?.values.map(({ value }) => value).sort()).toEqual([
        "age",
        "due",
        "plan",
        "trial",
        "visitor_name",
      ]);
      for (const { value, count } of some(facets[0]?.values ?? [])) {
        const variables = [{ name: value, test: "exists" as const, value: "yes" }];
        expect(count).toBe(await countConversations(store, fullAccess, { ...noFilters, variables }));
      }
    });

    it("are their values containing a text, up to a limit", async () => {
      const values = async (search: string, limit = 200) =>
        (await facetCounts(testViewer(), { ...ask, facets: ["var.visitor_name"], search, limit })).facets[0];
      expect((await values("ÅNG"))?.values.map(({ value }) => value)).toEqual(["Ångström"]);
      expect((await values(""))?.values).toHaveLength(3);
      expect(await values("", 2)).toMatchObject({ hasMore: true, values: [{}, {}] });
    });
  });

  it("contain a text, ignoring case", async () => {
    const { facets } = await facetCounts(testViewer(), { ...ask, facets: ["label", "assignee"], search: "REVIEW" });
    expect(facets.map(({ values }) => values.map(({ name }) => name))).toEqual([["Needs Review"], []]);
  });
});

function choosing(filters: ConversationFilters, facet: string, value: string): ConversationFilters {
  if (!facet.startsWith("var.")) return { ...filters, [facet]: [value], [`-${facet}`]: [] };
  const name = facet.slice("var.".length);
  const others = filters.variables.filter((variable) => variable.name !== name);
  return { ...filters, variables: [...others, { name, test: "is", value }] };
}
