import "server-only";
import { unknownEnvelopeFields } from "@/lib/events/known-fields";
import { parseRaw } from "@/lib/events/parse-json";
import type { FoundConversation } from "./find-conversations";
import type { PrismaTransaction, Store } from "./open-store";
import type { PlacedEvent } from "./placed-event";
import { toEvent } from "./read-log";
import type { IdStarts } from "./writer-clock";

/** All events of the log up to an id that no conversation's state has yet. */
export interface PendingEvents {
  upTo: bigint;
  conversations: PendingConversation[];
}

/** A conversation's part of them, in the order of their ids. */
export interface PendingConversation {
  key: string;
  found: FoundConversation;
  events: PlacedEvent[];
}

/** What a process has stored from behind the id `after` up to the id `upTo`. */
interface Stretch {
  after: bigint;
  upTo: bigint;
  events: readonly PlacedEvent[];
  conversations: ReadonlyMap<string, Pick<FoundConversation, "id">>;
}

/** Without a gap. */
interface Remembered {
  after: bigint;
  upTo: bigint;
  events: PlacedEvent[];
  ids: Map<string, bigint>;
}

const ofStores = new WeakMap<Store, Remembered>();

/** Remembers what was committed to be folded later, so that it need not be read again. */
export function rememberPending(store: Store, { after, upTo, events, conversations }: Stretch): void {
  const before = ofStores.get(store);
  // Where somebody else has stored events in between, all are read from the log.
  const all: Remembered = before?.upTo === after ? before : { after, upTo, events: [], ids: new Map() };
  ofStores.set(store, all);
  all.upTo = upTo;
  all.events.push(...events);
  for (const [key, { id }] of conversations) all.ids.set(key, id);
}

/** Forgets it, when somebody has taken it over. */
export function forgetPending(store: Store): void {
  ofStores.delete(store);
}

/** The events after the clock's mark of what is folded: from memory where this process has stored all of them. */
export async function readPending(
  transaction: PrismaTransaction,
  store: Store,
  { folded, event: upTo }: Pick<IdStarts, "folded" | "event">,
): Promise<PendingEvents> {
  const remembered = ofStores.get(store);
  const { events, ids } =
    remembered?.after === folded && remembered.upTo === upTo
      ? remembered
      : await readStretch(transaction, folded, upTo);
  const groups = Map.groupBy(events, ({ conversationKey }) => conversationKey);
  const conversations = [...groups].map(([key, own]) => ({
    key,
    found: { id: ids.get(key) ?? 0n, isNew: false },
    events: own,
  }));
  return { upTo, conversations };
}

async function readStretch(
  transaction: PrismaTransaction,
  after: bigint,
  upTo: bigint,
): Promise<Pick<Remembered, "events" | "ids">> {
  const rows = await transaction.event.findMany({ where: { id: { gt: after, lte: upTo } }, orderBy: { id: "asc" } });
  const events = rows.map((row): PlacedEvent => {
    const event = toEvent(row);
    const newFields = unknownEnvelopeFields(parseRaw(row.raw));
    return { ...row, event, conversationKey: event.envelope.conversation.key, deliveryPlace: 0, newFields };
  });
  const ids = new Map(rows.map(({ conversationId }, place) => [events[place]?.conversationKey ?? "", conversationId]));
  return { events, ids };
}
