import { beforeAll, expect, it } from "vitest";
import { defaultSort } from "@/lib/columns/sorts";
import { noFilters } from "@/lib/filters/conversation-filters";
import { conversationPage } from "@/lib/queries/conversations/conversation-page";
import { Refusal } from "@/lib/queries/refusal";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { manyConversations } from "@/lib/testing/many-conversations";
import { some } from "@/lib/testing/some";
import { useStore } from "@/lib/testing/use-store";
import { testViewer } from "@/lib/testing/viewer";
import { valuesOfFilters } from "./values-of-filters";

describeEachDatabase("valuesOfFilters", (openStore) => {
  beforeAll(async () => {
    const store = await openStore();
    useStore(store);
    expect(await valuesOfFilters(testViewer())).toEqual({
      assignee: [],
      label: [],
      channel: [],
      bot: [],
      has: [],
      account: [],
      variable: [],
    });
    await deliver(store, ...manyConversations(120));
  });

  it("returns existing values without duplicates, and each finds conversations", async () => {
    const offered = await valuesOfFilters(testViewer());
    for (const filter of ["assignee", "label", "channel", "bot", "has", "account"] as const) {
      const values = offered[filter].map(({ value }) => value);
      expect(values.length, filter).toBeGreaterThan(0);
      expect(new Set(values).size, filter).toBe(values.length);
      for (const value of values) {
        const page = await list({ [filter]: [value] });
        // A label may be known by name and no longer be on any conversation.
        if (filter !== "label") expect(page.length, `${filter} ${value}`).toBeGreaterThan(0);
      }
    }
  });

  it("returns the names of variables", async () => {
    const { variable } = await valuesOfFilters(testViewer());
    expect(variable.map(({ value }) => value)).toEqual(["age", "due", "plan", "trial", "visitor_name"]);
  });

  it("misses no conversation", async () => {
    const offered = await valuesOfFilters(testViewer());
    const valuesOf = (filter: "assignee" | "channel") => new Set(offered[filter].map(({ value }) => value));
    for (const { assignee, channel } of some(await list({}))) {
      if (assignee) expect(valuesOf("assignee")).toContain(assignee.email ?? assignee.id);
      if (channel) expect(valuesOf("channel")).toContain(channel.name);
    }
  });
});

async function list(filters: Partial<typeof noFilters>) {
  const page = await conversationPage(testViewer(), {
    filters: { ...noFilters, ...filters },
    sort: defaultSort,
    limit: 200,
    cursor: undefined,
    total: false,
  });
  if (page instanceof Refusal) throw new Error(page.message);
  return page.data;
}
