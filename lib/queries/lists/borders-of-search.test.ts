import { beforeAll, expect, it } from "vitest";
import { defaultSort } from "@/lib/columns/sorts";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import { conversationPage } from "@/lib/queries/conversations/conversation-page";
import { Refusal } from "@/lib/queries/refusal";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";
import { testViewer } from "@/lib/testing/viewer";

const long = `${"a long answer ".repeat(60)}with the NEEDLE at its end`;

// A value is found up to its end, and two adjacent values are never searched as one.
describeEachDatabase("what a search finds", (openStore) => {
  beforeAll(async () => {
    const store = await openStore();
    useStore(store);
    const names = [
      { name: "visitor_name", type: "text", value: "Wren" },
      { name: "visitor_email", type: "text", value: "kettle@example.com" },
    ];
    const events = [
      eventOf("conversation_create", { title: "About a pot", variables: names }, "2024-05-05 10:00:00.000000", "told"),
      eventOf(
        "variables",
        { variables: [{ name: "answer", type: "text", value: long }] },
        "2024-05-05 10:00:01.000000",
        "told",
      ),
    ];
    await deliver(store, { events });
  });

  it.each<[string, Partial<ConversationFilters>, number]>([
    ["a title", { q: ["about a pot"] }, 1],
    ["a name's end", { q: ["wren"] }, 1],
    ["a title and the name after it", { q: ["pot wren"] }, 0],
    ["a name and the e-mail after it", { q: ["wren kettle"] }, 0],
    ["all but such a text", { "-q": ["pot wren"] }, 1],
    ["the end of a long value", { variables: [{ name: "answer", test: "contains", value: "the needle at" }] }, 1],
    ["what the value lacks", { variables: [{ name: "answer", test: "contains", value: "the needle is" }] }, 0],
    ["the whole long value", { variables: [{ name: "answer", test: "is", value: long }] }, 1],
  ])("is right for %s", async (_, filters, count) => {
    const page = await conversationPage(testViewer(), {
      filters: { ...noFilters, ...filters },
      sort: defaultSort,
      limit: 10,
      cursor: undefined,
      total: true,
    });
    expect(page instanceof Refusal ? page.message : page.total).toBe(count);
  });
});
