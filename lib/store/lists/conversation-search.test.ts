import { expect, it } from "vitest";
import { noFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/client";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { fullAccess } from "@/lib/testing/viewer";
import { countConversations } from "./list-counts";

describeEachDatabase("a conversation's searchable text", (openStore) => {
  it("follows changes of the title and the visitor, and is unchanged otherwise", async () => {
    const store = await openStore();
    const at = (second: number) => `2024-01-01 00:00:0${second}.000000`;
    const named = (name: string, second: number) =>
      eventOf("variables", { variables: [{ type: "text", name: "visitor_name", value: name }] }, at(second));
    await deliver(store, { events: [named("Amara Okafor", 2)] });
    expect(await found(store, "amara")).toBe(1);
    await deliver(store, { events: [eventOf("note", { note: "nothing new" }, at(3))] });
    expect(await found(store, "amara")).toBe(1);

    await deliver(store, { events: [named("Bela Kovács", 4)] });
    expect(await found(store, "kovács")).toBe(1);
    expect(await foundByText(store, "amara")).toBe(0);
    await deliver(store, {
      events: [eventOf("conversation_create", { created_at: at(1), title: "Parcel 77" }, at(1))],
    });
    expect(await foundByText(store, "parcel 77")).toBe(1);
  });
});

async function found(store: Store, q: string): Promise<number> {
  return countConversations(store, fullAccess, { ...noFilters, q: [q] });
}

/** Matches the conversation's own texts, not its events, whose text does not change. */
async function foundByText({ dialect, reader }: Store, text: string): Promise<number> {
  if (dialect === "postgresql") {
    const rows = await reader.$queryRaw<unknown[]>`
      SELECT "id" FROM "ConversationSearch" WHERE "searchText" LIKE ${`%${text}%`}`;
    return rows.length;
  }
  return reader.conversation.count({ where: { searchText: { contains: text } } });
}
