import { expect, it } from "vitest";
import type { ConversationSort } from "@/lib/columns/sorts";
import { noFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/client";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { everyPage } from "@/lib/testing/every-page";
import { fullAccess } from "@/lib/testing/viewer";
import { type ListPlace, listConversations } from "./list-conversations";

const long = "Long ".repeat(60);
const inOrder = [
  "007",
  "Ähnlich",
  "Beta",
  "beta two",
  "BETA ZWEI",
  `${long}a`,
  `${long}b`,
  "two\nlines",
  "zeta",
  "注文",
  "👍",
];

describeEachDatabase("conversations by title", (openStore) => {
  it("are sorted by folded title, ties by arrival, at any page size", async () => {
    const store = await openStore();
    // Out of order, and each title twice.
    const titles = [...inOrder, ...inOrder].map((_, place) => inOrder[(place * 7) % inOrder.length] ?? "");
    for (const [place, title] of titles.entries()) await deliver(store, { events: [created(title, place)] });
    const twice = inOrder.flatMap((title) => (title.startsWith(long) ? [] : [title, title]));

    for (const limit of [1, 3, 50]) {
      const up = await listed(store, "title", limit);
      // The long ones differ only after the part that is sorted by.
      expect(up.filter(({ title }) => !title.startsWith(long)).map(({ title }) => title)).toEqual(twice);
      expect(up.slice(10, 14).every(({ title }) => title.startsWith(long))).toBe(true);
      const ids = up.map(({ id }) => id);
      expect(new Set(ids).size).toBe(titles.length);
      expect(ids[0]).toBeLessThan(Number(ids[1]));
      expect((await listed(store, "-title", limit)).map(({ id }) => id)).toEqual(ids.toReversed());
    }
  });
});

function created(title: string, place: number): object {
  return {
    event: { type: "conversation_create", payload: { created_at: "2024-01-01 00:00:00.000000", title } },
    conversation: { key: `conversation-${place}`, id: place + 1 },
    visitor: { key: `visitor-${place}`, id: place + 1 },
    account: { key: "account", id: 9, bot: { id: 10 } },
    timestamp: "2024-01-01 00:00:00.000000",
  };
}

function listed(store: Store, sort: ConversationSort, limit: number): Promise<{ id: bigint; title: string }[]> {
  return everyPage((after: ListPlace | null = null) =>
    listConversations(store, fullAccess, { filters: noFilters, sort, limit, after }),
  );
}
