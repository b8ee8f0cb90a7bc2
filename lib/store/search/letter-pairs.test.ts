import { expect, it } from "vitest";
import { noFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/client";
import { countConversations } from "@/lib/store/lists/list-counts";
import { rebuildInBackground } from "@/lib/store/projections/rebuild/rebuild-in-background";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { fullAccess } from "@/lib/testing/viewer";

describeEachDatabase("a search for one or two letters", (openStore) => {
  it("finds matches before and after the pairs are known, and in later texts", async () => {
    const store = await openStore();
    await deliver(store, { events: [said("Äxq", 1), said("日本", 2)] });
    const counts = async () =>
      Promise.all(["xq", "äx", "q", "日本", "本", "qx", "zz", "z"].map((q) => count(store, q)));
    expect(await counts()).toEqual([1, 1, 1, 1, 1, 0, 0, 0]);
    await rebuildInBackground(store);
    expect(await counts()).toEqual([1, 1, 1, 1, 1, 0, 0, 0]);

    await deliver(store, { events: [said("buzz", 3), titled("Zürich qx", 4)] });
    expect(await counts()).toEqual([1, 1, 2, 1, 1, 1, 1, 2]);
    // A pair that is not stored occurs in no text, so no text is read.
    await store.records.letterPair.delete({ where: { pair: "xq" } });
    expect(await count(store, "xq")).toBe(0);
    expect(await count(store, "-xq")).toBe(4);
  });
});

function count(store: Store, text: string): Promise<number> {
  const filters = text.startsWith("-") ? { "-q": [text.slice(1)] } : { q: [text] };
  return countConversations(store, fullAccess, { ...noFilters, ...filters });
}

function said(text: string, place: number): unknown {
  const message = { message_by: { type: "visitor" }, message: { type: "text", text } };
  return eventOf("message", message, "2024-01-01 00:00:00", keyOf(place));
}

function titled(title: string, place: number): unknown {
  const at = "2024-01-01 00:00:00";
  return eventOf("conversation_create", { created_at: at, title }, at, keyOf(place));
}

/** Without the characters searched for. */
function keyOf(place: number): string {
  return String(place).repeat(8);
}
