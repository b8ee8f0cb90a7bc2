import "server-only";
import type { FoundConversation } from "./find-conversations";
import type { PrismaTransaction, Store } from "./open-store";
import type { PlacedEvent } from "./placed-event";
import { toEvent } from "./read-log";
import type { IdStarts } from "./writer-clock";

/** Events of the log that no conversation's state has yet, in the order of their ids. */
export interface PendingEvents {
  events: PlacedEvent[];
  conversations: Map<string, FoundConversation>;
}

/** What this process has stored since the id `after` up to the id `upTo`, so that it need not be read again. */
interface Stretch {
  after: bigint;
  upTo: bigint;
  events: readonly PlacedEvent[];
  conversations: ReadonlyMap<string, FoundConversation>;
}

interface Remembered extends PendingEvents {
  after: bigint;
  upTo: bigint;
}

const ofStores = new WeakMap<Store, Remembered>();

/** Remembers what was committed to be folded later. */
export function rememberPending(store: Store, { after, upTo, events, conversations }: Stretch): void {
  const before = ofStores.get(store);
  // Where somebody else has stored events in between, all are read from the log.
  const all: Remembered = before?.upTo === after ? before : { after, upTo, events: [], conversations: new Map() };
  ofStores.set(store, all);
  all.upTo = upTo;
  all.events.push(...events);
  for (const [key, { id }] of conversations) all.conversations.set(key, { id, isNew: false });
}

/** Forgets them, when they are folded. */
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
  if (remembered?.after === folded && remembered.upTo === upTo) return remembered;
  const rows = await transaction.event.findMany({ where: { id: { gt: folded, lte: upTo } }, orderBy: { id: "asc" } });
  const events = rows.map((row): PlacedEvent => {
    const event = toEvent(row);
    return { ...row, event, conversationKey: event.envelope.conversation.key, deliveryPlace: 0, newFields: [] };
  });
  const conversations = new Map(
    rows.map(({ conversationId }, place) => [
      events[place]?.conversationKey ?? "",
      { id: conversationId, isNew: false },
    ]),
  );
  return { events, conversations };
}
