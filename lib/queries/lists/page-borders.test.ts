import { beforeAll, expect, it } from "vitest";
import { type ConversationSort, sorts } from "@/lib/columns/sorts";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import { conversationPage } from "@/lib/queries/conversations/conversation-page";
import { Refusal } from "@/lib/queries/refusal";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";
import { testViewer } from "@/lib/testing/viewer";

const keys = Array.from({ length: 11 }, (_, place) => `conversation-${String(place).padStart(2, "0")}`);

const filters: [string, Partial<ConversationFilters>][] = [
  ["all", {}],
  ["those of a status", { status: ["open"] }],
  ["those with a label", { label: ["7"] }],
  ["those with a variable", { variables: [{ name: "plan", test: "is", value: "pro" }] }],
  ["those with a message type", { has: ["text"] }],
  ["those that say something", { q: ["refund"] }],
];

describeEachDatabase("a page boundary between conversations with equal times", (openStore) => {
  beforeAll(async () => {
    const store = await openStore();
    useStore(store);
    const at = "2024-01-01 10:00:00.123456";
    const eventsOf = (key: string) => [
      eventOf("conversation_create", { title: "The same", is_closed: false, created_at: at, variables: [] }, at, key),
      eventOf("variables", { variables: [{ type: "text", name: "plan", value: "pro" }] }, at, key),
      eventOf("conversation_labels", { action: "added", labels: [{ id: 7, name: "vip" }] }, at, key),
      eventOf("message", { message_by: { type: "visitor" }, message: { type: "text", text: "refund" } }, at, key),
    ];
    // Ids in a different order than keys.
    for (const key of [...keys.slice(6), ...keys.slice(0, 6)]) await deliver(store, { events: eventsOf(key) });
  });

  it.each(filters.flatMap(([name, narrowed]) => [1, 2, 5].map((limit) => [name, limit, narrowed] as const)))(
    "has no gaps and no duplicates for %s, %d to a page, in any order",
    async (_, limit, narrowed) => {
      for (const sort of sorts) {
        const whole = await list({ ...noFilters, ...narrowed }, sort, 50);
        expect(whole.toSorted()).toEqual(keys);
        expect([sort, await list({ ...noFilters, ...narrowed }, sort, limit)]).toEqual([sort, whole]);
      }
    },
  );
});

async function list(filters: ConversationFilters, sort: ConversationSort, limit: number) {
  const listed: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page <= keys.length; page++) {
    const found = await conversationPage(testViewer(), { filters, sort, limit, cursor, total: false });
    if (found instanceof Refusal) throw new Error(found.message);
    listed.push(...found.data.map(({ key }) => key));
    if (found.nextCursor === null) return listed;
    cursor = found.nextCursor;
  }
  throw new Error("the pages do not end");
}
