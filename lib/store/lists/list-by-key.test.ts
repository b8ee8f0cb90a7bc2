import { beforeAll, expect, it } from "vitest";
import { defaultSort } from "@/lib/columns/sorts";
import { noFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/client";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { manyConversations } from "@/lib/testing/many-conversations";
import { fullAccess } from "@/lib/testing/viewer";
import { listConversations } from "./list-conversations";
import { countConversations } from "./list-counts";

describeEachDatabase("conversations named by their keys", (openStore) => {
  let store: Store;
  let keys: string[] = [];

  const listed = async (key: string[], more: Partial<typeof noFilters> = {}) => {
    const page = { filters: { ...noFilters, key, ...more }, sort: defaultSort, limit: 200, after: null };
    return (await listConversations(store, fullAccess, page)).rows.map((row) => row.key);
  };

  beforeAll(async () => {
    store = await openStore();
    await deliver(store, ...manyConversations(30));
    keys = await listed([]);
  });

  it("contain exactly these, in the list's order", async () => {
    const some = keys.filter((_, place) => place % 7 === 3);
    expect(await listed(some.toReversed())).toEqual(some);
    expect(await countConversations(store, fullAccess, { ...noFilters, key: some })).toBe(some.length);
  });

  it("must match the other filters too, and are empty when no key exists", async () => {
    const closed = await listed([], { status: ["closed"] });
    expect(await listed(keys.slice(0, 12), { status: ["closed"] })).toEqual(
      keys.slice(0, 12).filter((key) => closed.includes(key)),
    );
    expect(await listed(["nobody's"])).toEqual([]);
  });
});
