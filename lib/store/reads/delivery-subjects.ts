import "server-only";
import type { Access } from "@/lib/access/scope";
import type { Store } from "@/lib/store/connection/client";
import { jsonRows } from "@/lib/store/connection/json-rows";
import { whereInScope } from "./in-scope";
import type { DeliveryRow } from "./list-deliveries";
import { firstQuarantined } from "./quarantined-subjects";
import { shortenListed } from "./shorten";

/** The contents of a delivery: the types of its events and their conversations, both in order. */
export interface DeliverySubject {
  /** For a message, the message's type. */
  types: string[];
  /** The first three. */
  conversations: SubjectConversation[];
  conversationCount: number;
}

interface SubjectConversation {
  key: string;
  title: string | null;
  visitor: string | null;
}

/** A body of thousands of events is summarized by its first ones. */
const mostEvents = 500;
const mostConversations = 3;

interface Counted {
  deliveryId: bigint;
  type: string;
  messageType: string | null;
  conversationId: bigint;
}

/** The contents of the given deliveries, in four statements. Conversations that are not projected yet have no title. */
export async function deliverySubjects(
  store: Store,
  access: Access,
  rows: readonly DeliveryRow[],
): Promise<Map<bigint, DeliverySubject>> {
  const [events, repeats, quarantined] = await Promise.all([
    eventsOf(store, rows),
    store.reader.repeat.findMany({ where: { deliveryId: { in: rows.filter((row) => row.duplicates > 0).map(idOf) } } }),
    firstQuarantined(store, rows.filter(({ quarantined }) => quarantined > 0).map(idOf)),
  ]);
  const idsOf = Map.groupBy([...events, ...repeats], ({ deliveryId }) => deliveryId);
  const found = new Map(
    rows.map(({ id }) => [id, [...new Set((idsOf.get(id) ?? []).map(({ conversationId }) => conversationId))]]),
  );
  const first = [...found.values()].flatMap((ids) => ids.slice(0, mostConversations));
  const known = await conversationsOf(
    store,
    access,
    first,
    quarantined.flatMap(({ key }) => key ?? []),
  );
  const typesOf = Map.groupBy([...events, ...quarantined], ({ deliveryId }) => deliveryId);
  const refused = new Map(quarantined.map(({ deliveryId, key }) => [deliveryId, key]));
  return new Map(
    rows.map(({ id }) => {
      const ids = found.get(id) ?? [];
      const ofRefused = known.byKey.get(refused.get(id) ?? "");
      const conversations = new Set([...ids.map((one) => known.byId.get(one)), ofRefused]);
      conversations.delete(undefined);
      const types = (typesOf.get(id) ?? []).flatMap(({ type, messageType = null }) => messageType ?? type ?? []);
      const subject = {
        types: [...new Set(types)],
        conversations: [...conversations].filter((one) => one !== undefined).slice(0, mostConversations),
        conversationCount: Math.max(ids.length, conversations.size),
      };
      return [id, subject];
    }),
  );
}

function idOf({ id }: DeliveryRow): bigint {
  return id;
}

function eventsOf({ reader, dialect }: Store, rows: readonly DeliveryRow[]): Promise<Counted[]> {
  const ranges = rows.flatMap(({ id, firstEventId, accepted, duplicates, erased }) => {
    const count = Math.min(accepted + duplicates + erased, mostEvents);
    return firstEventId === null ? [] : [{ id, first: firstEventId, end: firstEventId + BigInt(count) }];
  });
  return reader.$queryRaw`
    SELECT e."deliveryId", e."type", e."messageType", e."conversationId"
    FROM ${jsonRows(dialect, { id: "bigint", first: "bigint", end: "bigint" }, ranges)}
    CROSS JOIN "Event" e WHERE e."id" >= r."first" AND e."id" < r."end" AND e."deliveryId" = r."id"
    GROUP BY e."deliveryId", e."type", e."messageType", e."conversationId" ORDER BY min(e."id")`;
}

async function conversationsOf({ reader }: Store, access: Access, ids: readonly bigint[], keys: readonly string[]) {
  const found = await reader.conversation.findMany({
    where: { OR: [{ id: { in: [...new Set(ids)] } }, { key: { in: [...new Set(keys)] } }], ...whereInScope(access) },
    select: { id: true, key: true, title: true, visitorName: true },
  });
  const of = found.map(({ id, key, title, visitorName }) => {
    const conversation = { key, title: shortenListed(title), visitor: shortenListed(visitorName) };
    return { id, key, conversation };
  });
  return {
    byId: new Map(of.map(({ id, conversation }) => [id, conversation])),
    byKey: new Map(of.map(({ key, conversation }) => [key, conversation])),
  };
}
