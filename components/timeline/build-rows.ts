import type { Gap } from "@/lib/conversation/conversation";
import type { Exchange } from "@/lib/conversation/prompts/exchanges";
import { rowOf } from "@/lib/event-types/row-of";
import type { Event } from "@/lib/events/event";
import type { Change } from "@/lib/fold/log/change";
import { longSilence, silenceBetween } from "@/lib/fold/log/silence";
import { linkMessages, type MessageLinks, type Reaction } from "./message-links";
import type { EntryRow, MessageExchange, Row } from "./row";

/** Runs of at least this many system events can be collapsed. */
const foldableRun = 4;

/** Messages of one actor further apart than this start a new group, in milliseconds. */
const groupPause = longSilence;

interface RowSources {
  events: readonly Event[];
  exchanges: readonly Exchange[];
  gaps: readonly Gap[];
  /** The changes of each event, by its id. */
  changes: ReadonlyMap<string, readonly Change[]>;
  /** The calendar day of an instant in the selected time zone. */
  dayOf: (instant: string) => string;
  /** Whether a run of system events, identified by its first event, is collapsed. */
  isFolded: (firstId: string) => boolean;
  /** Each run of entries that are not shown becomes one row. */
  isShown: (event: Event) => boolean;
}

/**
 * Converts events to timeline rows, in order: with separators between days, dividers for long pauses, gaps, and collapsible runs
 * of system events.
 */
export function buildRows({ events, exchanges, gaps, changes, dayOf, isFolded, isShown }: RowSources): Row[] {
  const rows: Row[] = [];
  const joins = joinsByEvent(exchanges, events);
  const reasons = reasonsByEvent(gaps);
  const links = linkMessages(events);
  let previous: Event | null = null;
  let day: string | null = null;
  let run: EntryRow[] = [];
  let hidden: EntryRow[] = [];

  const closeRun = () => {
    pushRun(rows, run, isFolded);
    run = [];
  };
  const closeHidden = () => {
    const [first] = hidden;
    if (first) rows.push({ kind: "hidden", key: `hidden-${first.key}`, entries: hidden });
    hidden = [];
  };

  for (const event of events) {
    const isLine = rowOf(event) === "line";
    const silence = previous === null ? 0 : silenceBetween(previous, event);
    previous = event;
    if (isShown(event)) {
      closeHidden();
      const eventDay = dayOf(event.occurredAt);
      if (eventDay !== day || silence >= longSilence) closeRun();
      if (silence >= longSilence) rows.push({ kind: "silence", key: `silence-${event.id}`, milliseconds: silence });
      if (eventDay !== day) rows.push({ kind: "day", key: `day-${event.id}`, instant: event.occurredAt });
      day = eventDay;
      if (!isLine) closeRun();
    } else closeRun();
    const entry = isLine
      ? lineOf(event, changes)
      : entryOf(event, hidden.length > 0 || startsGroup(rows.at(-1), event), joins.get(event.id) ?? null, links);
    if (!isShown(event)) hidden.push(entry);
    else if (isLine) run.push(entry);
    else rows.push(entry);

    const gapReasons = reasons.get(event.id);
    if (gapReasons) {
      closeRun();
      closeHidden();
      rows.push({ kind: "gap", key: `gap-${event.id}`, afterEventId: event.id, reasons: gapReasons });
    }
  }
  closeRun();
  closeHidden();
  return rows;
}

function lineOf(event: Event, changes: RowSources["changes"]): EntryRow {
  return { kind: "line", key: event.id, event, changes: changes.get(event.id) ?? [] };
}

function entryOf(event: Event, starts: boolean, joined: MessageExchange | null, links: MessageLinks): EntryRow {
  const kind = rowOf(event);
  if (kind === "message") {
    const quoted = links.quotes.get(event.id) ?? null;
    const reactions = links.reactions.get(event.id) ?? noReactions;
    return { kind, key: event.id, event, startsGroup: starts, joined, quoted, reactions };
  }
  if (kind === "note") return { kind, key: event.id, event };
  return { kind: "unknown", key: event.id, event };
}

const noReactions: readonly Reaction[] = [];

function pushRun(rows: Row[], run: readonly EntryRow[], isFolded: RowSources["isFolded"]): void {
  const firstId = run[0]?.event.id;
  if (firstId === undefined) return;
  const foldable = run.length >= foldableRun;
  const folded = foldable && isFolded(firstId);
  const events = run.map(({ event }) => event);
  if (foldable) rows.push({ kind: "run", key: `run-${firstId}`, firstId, events, folded });
  if (!folded) rows.push(...run);
}

function startsGroup(above: Row | undefined, event: Event): boolean {
  if (above?.kind !== "message") return true;
  const { actor, occurredAt } = above.event;
  const sameActor =
    actor?.type === event.actor?.type &&
    actor?.id === event.actor?.id &&
    actor?.email === event.actor?.email &&
    actor?.name === event.actor?.name;
  return !sameActor || Date.parse(event.occurredAt) - Date.parse(occurredAt) >= groupPause;
}

function joinsByEvent(exchanges: readonly Exchange[], events: readonly Event[]): Map<string, MessageExchange> {
  const indexes = new Map(events.map((event, index) => [event.id, index]));
  const joins = new Map<string, MessageExchange>();
  const join = (exchange: Exchange, role: MessageExchange["role"], id: string, partnerId: string | null) => {
    const partnerIndex = partnerId === null ? null : (indexes.get(partnerId) ?? null);
    const partner = partnerIndex === null ? null : (events[partnerIndex] ?? null);
    if (!joins.has(id)) joins.set(id, { exchange, role, partner, partnerIndex });
  };
  for (const exchange of exchanges) {
    join(exchange, "prompt", exchange.promptId, exchange.answerId);
    if (exchange.answerId !== null) join(exchange, "answer", exchange.answerId, exchange.promptId);
  }
  return joins;
}

function reasonsByEvent(gaps: readonly Gap[]): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  for (const gap of gaps) {
    const known = reasons.get(gap.afterEventId);
    if (known) known.push(gap.reason);
    else reasons.set(gap.afterEventId, [gap.reason]);
  }
  return reasons;
}
