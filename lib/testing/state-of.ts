import type { Store } from "@/lib/store/connection/client";

/**
 * The log and everything derived from it, as plain data that can be compared between databases: ids, which depend on the order of
 * storage, are replaced by what they refer to.
 */
export async function stateOf(store: Store) {
  const { reader } = store;
  const { nameOf, ...state } = await conversationsOf(store);
  const [visitors, accounts, bots, labelNames] = await Promise.all([
    reader.visitor.findMany({ orderBy: { key: "asc" } }),
    reader.platformAccount.findMany({ orderBy: { key: "asc" } }),
    reader.bot.findMany({ orderBy: { id: "asc" } }),
    reader.label.findMany({ orderBy: [{ accountKey: "asc" }, { labelId: "asc" }] }),
  ]);
  return {
    ...state,
    visitors,
    accounts,
    bots: bots.map((row) => ({ ...row, namedBy: nameOf(row.namedBy) })),
    labelNames: labelNames.map((row) => ({ ...row, namedBy: nameOf(row.namedBy) })),
  };
}

/**
 * The conversations' part of it.
 *
 * @param ids all conversations by default
 */
export async function conversationsOf({ reader }: Store, ids?: bigint[]) {
  const ofThem = ids === undefined ? {} : { conversationId: { in: ids } };
  const conversations = await reader.conversation.findMany({
    where: ids === undefined ? {} : { id: { in: ids } },
    orderBy: { key: "asc" },
  });
  const keys = new Map(conversations.map(({ id, key }) => [id, key]));
  const stored = await reader.event.findMany({
    where: ofThem,
    orderBy: [{ conversationId: "asc" }, { occurredAt: "asc" }, { id: "asc" }],
  });
  const names = new Map<string, string>();
  const events = [...Map.groupBy(stored, ({ conversationId }) => keys.get(conversationId))].flatMap(([key, group]) =>
    group.map(({ id, deliveryId: _, conversationId: __, hash, ...event }, place) => {
      names.set(String(id), `${key} event ${place}`);
      return { ...event, key, place, hash: Buffer.from(hash).toString("hex") };
    }),
  );
  const nameOf = (id: unknown) => names.get(String(id)) ?? `no event ${id}`;
  const keyOf = ({ conversationId }: { conversationId: bigint }) => keys.get(conversationId) ?? "no conversation";
  const withoutIds = (_key: string, value: unknown) => {
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [
        name,
        /(?:event|prompt|current)Id$/i.test(name) ? nameOf(part) : part,
      ]),
    );
  };
  const withNames = (name: string, value: unknown) =>
    name === "eventIds" && Array.isArray(value) ? value.map(nameOf) : value;
  const variables = await reader.conversationVariable.findMany({ where: ofThem });
  const facts = await reader.fact.findMany({ where: ofThem });
  const replies = await reader.factReply.findMany({ where: ofThem });
  const steps = await reader.step.findMany({ where: ofThem });
  const stuck = await reader.stuck.findMany({ where: ofThem });
  const texts = await reader.promptText.findMany();
  const textOf = (wanted: number | null) => texts.find(({ id }) => id === wanted)?.digest ?? null;
  const shown = new Set(steps.map(({ textId }) => textId));
  const setIds = [...new Set(conversations.flatMap(({ facetSetId }) => facetSetId ?? []))];
  const sets = await reader.facetSet.findMany({ where: { id: { in: setIds } } });
  const values = await reader.facetSetValue.findMany({ where: { facetSetId: { in: setIds } } });
  const facets = new Map(
    sets.map(({ id, count: _, ...set }) => [
      id,
      {
        ...set,
        values: inOrder(
          values.filter(({ facetSetId }) => facetSetId === id).map(({ kind, value }) => ({ kind, value })),
        ),
      },
    ]),
  );
  return {
    nameOf,
    events: inOrder(events),
    conversations: conversations.map(({ id: _, changeId: __, lateCount: ___, facetSetId, ...row }) => ({
      ...row,
      facets: facets.get(facetSetId ?? 0) ?? null,
      lastEventId: nameOf(row.lastEventId),
      lastPromptEventId: row.lastPromptEventId === null ? null : nameOf(row.lastPromptEventId),
      snapshot: JSON.parse(row.snapshot, withoutIds) as unknown,
    })),
    facts: inOrder(facts.map((row) => ({ ...row, conversationId: keyOf(row) }))),
    replies: inOrder(replies.map((row) => ({ ...row, conversationId: keyOf(row) }))),
    steps: inOrder(
      steps.map(({ textId, wentToTextId, ...row }) => ({
        ...{ ...row, conversationId: keyOf(row), text: textOf(textId), wentTo: textOf(wentToTextId) ?? row.wentTo },
      })),
    ),
    stuck: inOrder(
      stuck.map(({ signs, ...row }) => ({ ...row, conversationId: keyOf(row), signs: JSON.parse(signs, withNames) })),
    ),
    texts: inOrder(texts.filter(({ id }) => shown.has(id)).map(({ id: _, ...text }) => text)),
    variables: inOrder(variables.map((row) => ({ ...row, conversationId: keyOf(row), eventId: nameOf(row.eventId) }))),
  };
}

function inOrder<Row extends object>(rows: Row[]): Row[] {
  return rows
    .map((row) => ({ row, text: textOf(row) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ row }) => row);
}

/** As JSON, with large integers as text. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, part) => (typeof part === "bigint" ? `${part}n` : part));
}
