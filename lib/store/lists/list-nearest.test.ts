import { beforeAll, expect, it } from "vitest";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/client";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { fullAccess } from "@/lib/testing/viewer";
import { listConversations } from "./list-conversations";

/** Above the limit for testing one by one, and then above the limit for gathering. */
const unlabelled = 20_500;
const labelled = 5_500;

describeEachDatabase("a frequent value that the nearest conversations lack", (openStore) => {
  let store: Store;

  beforeAll(async () => {
    store = await openStore();
    const at = "2024-01-01 10:00:00";
    const labels = { action: "added", labels: [{ id: 7, name: "campaign" }] };
    const variables = { variables: [{ type: "text", name: "plan", value: "pro" }] };
    await deliver(store, {
      events: [eventOf("conversation_labels", labels, at, "a"), eventOf("variables", variables, at, "a")],
    });
    await deliver(store, { events: [eventOf("variables", variables, at, "b")] });
    const [first, second] = await store.reader.conversation.findMany({ orderBy: { id: "asc" } });
    await copy(store, first?.id ?? 0n, { from: 0, count: labelled });
    await copy(store, second?.id ?? 0n, { from: labelled, count: unlabelled });
  }, 120_000);

  const plan = { variables: [{ name: "plan", test: "is", value: "pro" }] } satisfies Partial<ConversationFilters>;

  it("is found in the list's order, on consecutive pages", async () => {
    const filters = { ...noFilters, ...plan, label: ["campaign"] };
    const first = await listConversations(store, fullAccess, { filters, sort: "-lastEventAt", limit: 40, after: null });
    expect(first.rows.map(({ key }) => key)).toEqual(Array.from({ length: 40 }, (_, place) => `a${labelled - place}`));
    const next = await listConversations(store, fullAccess, {
      filters,
      sort: "-lastEventAt",
      limit: 3,
      after: first.next,
    });
    expect(next.rows.map(({ key }) => key)).toEqual([40, 41, 42].map((place) => `a${labelled - place}`));
    const up = { filters: { ...noFilters, ...plan, "-label": ["campaign"] }, sort: "lastEventAt" as const, limit: 3 };
    const rows = (await listConversations(store, fullAccess, { ...up, after: null })).rows;
    expect(rows.map(({ key }) => key)).toEqual(["b", `b${labelled + 1}`, `b${labelled + 2}`]);
  });

  it("is found nowhere when two conditions never occur together", async () => {
    const filters = {
      ...noFilters,
      variables: [...plan.variables, { name: "plan", test: "not" as const, value: "pro" }],
    };
    const { rows, next } = await listConversations(store, fullAccess, {
      filters,
      sort: "-lastEventAt",
      limit: 40,
      after: null,
    });
    expect({ rows, next }).toEqual({ rows: [], next: null });
  });
});

/** Copies a conversation and its variables: each copy is a microsecond later than the previous one. */
async function copy({ writer, reader }: Store, id: bigint, { from, count }: { from: number; count: number }) {
  const row = await reader.conversation.findUniqueOrThrow({ where: { id } });
  const named = Object.keys(row).filter((name) => !["id", "key", "lastEventAt"].includes(name));
  const columns = named.map((name) => `c."${name}"`).join(", ");
  const numbers = `WITH RECURSIVE n(i) AS (SELECT ${from + 1} UNION ALL SELECT i + 1 FROM n WHERE i < ${from + count})`;
  await writer.$executeRawUnsafe(
    `${numbers} INSERT INTO "Conversation" ("id", "key", "lastEventAt", ${columns.replaceAll("c.", "")})
     SELECT 10 + i, c."key" || i, c."lastEventAt" + i, ${columns} FROM "Conversation" c, n WHERE c."id" = ${id}`,
  );
  await writer.$executeRawUnsafe(
    `${numbers} INSERT INTO "ConversationVariable" ("conversationId", "name", "scope", "type", "text", "eventId", "updatedAt", "lastDay")
     SELECT 10 + i, "name", "scope", "type", "text", "eventId", "updatedAt", "lastDay" FROM "ConversationVariable", n
     WHERE "conversationId" = ${id}`,
  );
  await writer.$executeRawUnsafe(`UPDATE "FacetSet" SET "count" = "count" + ${count} WHERE "id" = ${row.facetSetId}`);
}
