import { expect, it } from "vitest";
import { noFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/open-store";
import { countConversations } from "@/lib/store/lists/list-counts";
import { completeSearch } from "@/lib/store/projections/rebuild/rebuild-search";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { fullAccess } from "@/lib/testing/viewer";

const keyOf = (place: number) => place.toString(16).padStart(32, "0") + 1_700_000_000;
const says = (place: number, text: string) =>
  eventOf("message", { message_by: { type: "visitor" }, message: { type: "text", text } }, "2024-01-01", keyOf(place));

describeEachDatabase("the search index", (openStore) => {
  it("does not change what is found, before or after it indexes texts", async () => {
    const store = await openStore();
    const found = (q: string) => countConversations(store, fullAccess, { ...noFilters, q: [q] });
    await deliver(store, { events: [says(1, "a zebra"), says(2, "a horse")] });
    expect([await found("zebra"), await found("horse")]).toEqual([1, 1]);

    await completeSearch(store, 0);
    expect(await marksOf(store)).toEqual(store.dialect === "sqlite" ? [2n, 2n] : [0n, 0n]);
    await deliver(store, { events: [says(3, "another zebra")] }, { events: [named(1, "Zebedee Jones")] });
    expect([await found("zebra"), await found("zebedee"), await found("horse")]).toEqual([2, 1, 1]);
    await store.records.event.updateMany({ where: { searchText: "a horse" }, data: { searchText: "a zebra" } });
    expect([await found("zebra"), await found("horse")]).toEqual([3, 0]);
  });

  it("indexes texts automatically once a thousand are waiting", async () => {
    const store = await openStore();
    const many = Array.from({ length: 1200 }, (_, place) => says(place, `text number ${place}`));
    await deliver(store, { events: many });
    await deliver(store, { events: [says(2000, "text number none")] });
    const [taken = 0n] = await marksOf(store);
    if (store.dialect === "sqlite") expect(taken).toBeGreaterThanOrEqual(1000n);
    else expect(taken).toBe(0n);
    expect(await countConversations(store, fullAccess, { ...noFilters, q: ["text number"] })).toBe(1201);
    expect(await countConversations(store, fullAccess, { ...noFilters, q: ["number 1199"] })).toBe(1);
  });
});

function named(place: number, value: string): unknown {
  const variables = [{ type: "text", name: "visitor_name", value }];
  return eventOf("variables", { variables }, "2024-01-02", keyOf(place));
}

async function marksOf({ reader }: Store): Promise<bigint[]> {
  const { searchEventId, searchConversationId } = await reader.writerClock.findFirstOrThrow();
  return [searchEventId, searchConversationId];
}
