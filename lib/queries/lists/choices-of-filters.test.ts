import { beforeAll, expect, it } from "vitest";
import { noFilters } from "@/lib/api/filters";
import { defaultSort } from "@/lib/api/sort";
import { conversationPage } from "@/lib/queries/conversations/conversation-page";
import { Refusal } from "@/lib/queries/refusal";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { manyConversations } from "@/lib/testing/many-conversations";
import { some } from "@/lib/testing/some";
import { useStore } from "@/lib/testing/use-store";
import { testViewer } from "@/lib/testing/viewer";
import { choicesOfFilters } from "./choices-of-filters";

describeEachDatabase("choicesOfFilters", (openStore) => {
  beforeAll(async () => {
    const store = await openStore();
    useStore(store);
    expect(await choicesOfFilters(testViewer())).toEqual({
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

  it("offers what occurs, once, and each finds conversations", async () => {
    const choices = await choicesOfFilters(testViewer());
    for (const filter of ["assignee", "label", "channel", "bot", "has", "account"] as const) {
      const values = choices[filter].map(({ value }) => value);
      expect(values.length, filter).toBeGreaterThan(0);
      expect(new Set(values).size, filter).toBe(values.length);
      for (const value of values) {
        const page = await list({ [filter]: [value] });
        // A label may be known by name and no longer be on any conversation.
        if (filter !== "label") expect(page.length, `${filter} ${value}`).toBeGreaterThan(0);
      }
    }
  });

  it("offers the names of variables", async () => {
    const { variable } = await choicesOfFilters(testViewer());
    expect(variable.map(({ value }) => value)).toEqual(["age", "due", "plan", "trial", "visitor_name"]);
  });

  it("leaves no conversation out", async () => {
    const choices = await choicesOfFilters(testViewer());
    const offered = (filter: "assignee" | "channel") => new Set(choices[filter].map(({ value }) => value));
    for (const { assignee, channel } of some(await list({}))) {
      if (assignee) expect(offered("assignee")).toContain(assignee.email ?? assignee.id);
      if (channel) expect(offered("channel")).toContain(channel.name);
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
