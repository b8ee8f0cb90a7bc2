import { endpoints } from "@/lib/api/endpoints/endpoints";
import { compareEvents } from "@/lib/events/compare-events";
import type { Event } from "@/lib/events/event";
import { continueCheckpoints } from "@/lib/fold/checkpoints";
import { call } from "./call";
import type { AnswerOf } from "./endpoint-types";

const PAGE_SIZE = 500;
/** How many of a conversation's last events are loaded first. */
export const TAIL_SIZE = 200;

/** A conversation's events in timeline order; `complete` is false while only its last ones are loaded. */
export interface LoadedEvents {
  events: readonly Event[];
  complete: boolean;
  /** The state of an aborted load: the next one resumes it. */
  unfinished?: UnfinishedLoad;
}

interface LoadOptions {
  /** The previously loaded events. */
  known: LoadedEvents | undefined;
  signal: AbortSignal;
  /** Called with the last events of a long conversation as soon as they are loaded: the page opens at its end. */
  onTail: (tail: LoadedEvents) => void;
}

type EventPage = AnswerOf<"listConversationEvents">;

/**
 * All events of a conversation in timeline order, `(occurredAt, id)`. Once they are complete, only events stored since are
 * requested: ids grow in the order of storing, whenever the event happened.
 */
export async function loadEvents(
  conversationKey: string,
  { known, signal, onTail }: LoadOptions,
): Promise<LoadedEvents> {
  if (known?.complete) {
    const found = await loadSince(conversationKey, highestId(known.events), signal);
    return found.length === 0 ? known : { events: merge(known.events, found), complete: true };
  }
  const tail = known ?? (await loadTail(conversationKey, signal));
  if (tail.complete) return tail;
  const unfinished = tail.unfinished ?? new UnfinishedLoad(conversationKey, highestId(tail.events));
  if (tail.unfinished === undefined) onTail({ ...tail, unfinished });
  return { events: merge(tail.events, await unfinished.finish(signal)), complete: true };
}

/** The earlier events of a long conversation while they are loading. Aborting and resuming the load loses nothing. */
class UnfinishedLoad {
  private readonly found: Event[] = [];
  private cursor: string | null | undefined;
  private onItsWay: Promise<void> | null = null;

  constructor(
    private readonly key: string,
    /** Events stored after this one may be missing from their page. */
    private readonly begunAfter: string | null,
  ) {}

  async finish(signal: AbortSignal): Promise<Event[]> {
    while (this.cursor !== null) {
      this.onItsWay ??= this.takePage(this.cursor);
      await this.onItsWay;
      signal.throwIfAborted();
    }
    return [...this.found, ...(await loadSince(this.key, this.begunAfter, signal))];
  }

  /** A page in flight is kept when its load is aborted. */
  private async takePage(cursor: string | undefined): Promise<void> {
    try {
      const page = await getPage(this.key, { cursor });
      this.found.push(...page.data);
      this.cursor = page.nextCursor;
    } finally {
      this.onItsWay = null;
    }
  }
}

async function loadTail(key: string, signal: AbortSignal): Promise<LoadedEvents> {
  const query = { last: true, limit: TAIL_SIZE };
  const { data, hasEarlier } = await call(endpoints.listConversationEvents, { path: { key }, query, signal });
  return { events: data, complete: hasEarlier === false };
}

async function loadSince(key: string, since: string | null, signal: AbortSignal): Promise<Event[]> {
  const found: Event[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page: EventPage = await getPage(key, { since: since ?? undefined, cursor }, signal);
    found.push(...page.data);
    cursor = page.nextCursor;
  }
  return found;
}

function getPage(
  key: string,
  query: { since?: string | undefined; cursor: string | undefined },
  signal?: AbortSignal,
): Promise<EventPage> {
  return call(endpoints.listConversationEvents, {
    path: { key },
    query: { ...query, limit: PAGE_SIZE },
    ...(signal === undefined ? {} : { signal }),
  });
}

/** Known events keep their identity, so that data derived from them stays valid. */
function merge(known: readonly Event[], found: readonly Event[]): readonly Event[] {
  const byId = new Map([...found, ...known].map((event) => [event.id, event]));
  const merged = [...byId.values()].sort(compareEvents);
  continueCheckpoints(known, merged);
  return merged;
}

function highestId(events: readonly Event[]): string | null {
  let highest: string | null = null;
  for (const { id } of events) {
    if (highest === null || id.length > highest.length || (id.length === highest.length && id > highest)) highest = id;
  }
  return highest;
}
