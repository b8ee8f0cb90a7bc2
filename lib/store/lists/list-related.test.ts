import { beforeAll, expect, it } from "vitest";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/client";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { everyPage } from "@/lib/testing/every-page";
import { fullAccess } from "@/lib/testing/viewer";
import { type ListPlace, listConversations } from "./list-conversations";
import { countConversations } from "./list-counts";

const CONVERSATIONS = 5200;

// Common values are found by scanning the list, rare ones by gathering hits: both must return the same.
describeEachDatabase("lists of many conversations", (openStore) => {
  let store: Store;

  beforeAll(async () => {
    store = await openStore();
    const events = Array.from({ length: CONVERSATIONS }, (_, place) => eventsOf(place)).flat();
    for (let start = 0; start < events.length; start += 2600) {
      await deliver(store, { events: events.slice(start, start + 2600) });
    }
  });

  it.each<[string, Partial<ConversationFilters>, number]>([
    ["a common label", { label: ["common"] }, CONVERSATIONS],
    ["a rare label", { label: ["rare"] }, 52],
    ["a common value", { variables: [{ name: "plan", test: "is", value: "free" }] }, CONVERSATIONS - 26],
    ["a rare value", { variables: [{ name: "plan", test: "is", value: "gold" }] }, 26],
    ["a common message type", { has: ["text"] }, CONVERSATIONS],
    ["a common text", { q: ["100% SURE"] }, CONVERSATIONS - 104],
    ["a rare text", { q: ["zebra"] }, 104],
    ["a common and a rare one", { q: ["sure"], label: ["rare"], has: ["text"] }, 52],
    [
      "common ones",
      { q: ["sure"], label: ["common"], variables: [{ name: "plan", test: "is", value: "free" }] },
      CONVERSATIONS - 130,
    ],
  ])("%s", async (_, given, wanted) => {
    const filters = { ...noFilters, ...given };
    expect(await countConversations(store, fullAccess, filters)).toBe(wanted);
    const rows = await everyPage((after: ListPlace | null = null) =>
      listConversations(store, fullAccess, { filters, sort: "-lastEventAt", limit: 900, after }),
    );
    expect(new Set(rows.map(({ key }) => key)).size).toBe(wanted);
    expect(rows).toHaveLength(wanted);
  });
});

function eventsOf(place: number): unknown[] {
  const key = place.toString(16).padStart(32, "0") + 1_700_000_000;
  const at = new Date(1_700_000_000_000 + place * 1000).toISOString().replace("T", " ").replace("Z", "000");
  const text = place % 50 === 1 ? "a zebra" : "I am 100% sure";
  const labels = [{ id: 1, name: "Common" }, ...(place % 100 === 0 ? [{ id: 2, name: "Rare" }] : [])];
  return [
    eventOf("message", { message_by: { type: "visitor" }, message: { type: "text", text } }, at, key),
    eventOf("conversation_labels", { action: "added", labels }, at, key),
    eventOf(
      "variables",
      { variables: [{ type: "text", name: "plan", value: place % 200 === 3 ? "gold" : "free" }] },
      at,
      key,
    ),
  ];
}
