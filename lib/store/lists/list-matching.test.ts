import { expect, it } from "vitest";
import { noFilters } from "@/lib/filters/conversation-filters";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { fullAccess } from "@/lib/testing/viewer";
import { listMatching } from "./list-matching";

/** One more than a search statement returns. */
const count = 20_001;

describeEachDatabase("the conversations of an export", (openStore) => {
  it("continue past the results of one search statement", async () => {
    const store = await openStore();
    const labels = { action: "added", labels: [{ id: 7, name: "VIP" }] };
    await deliver(store, { events: [eventOf("conversation_labels", labels, "2024-01-01 10:00:00", "first")] });
    const row = await store.reader.conversation.findFirstOrThrow();
    const kept = Object.keys(row).filter((name) => name !== "id" && name !== "key");
    const columns = kept.map((name) => `"${name}"`).join(", ");
    const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count - 1})`;
    await store.writer.$executeRawUnsafe(
      `${numbers} INSERT INTO "Conversation" ("id", "key", ${columns})
       SELECT "id" + i, "key" || i, ${columns} FROM "Conversation", n`,
    );

    const cut = { eventId: 1n, conversationId: row.id + BigInt(count) };
    const found = new Set<bigint>();
    for await (const page of listMatching(store, fullAccess, { ...noFilters, label: ["7"] }, cut)) {
      for (const { id } of page) found.add(id);
      if (found.size > count) break;
    }
    expect(found.size).toBe(count);
    expect(found.has(row.id + BigInt(count - 1))).toBe(true);
  }, 120_000);
});
