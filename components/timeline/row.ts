import type { Exchange } from "@/lib/conversation/prompts/exchanges";
import type { Event } from "@/lib/events/event";
import type { Change } from "@/lib/fold/log/change";
import type { Quoted, Reaction } from "./message-links";

/** How a message row joins the exchange it belongs to. */
export interface MessageExchange {
  exchange: Exchange;
  role: "prompt" | "answer";
  /** The event at the other end, where it exists. */
  partner: Event | null;
  /** Its place in the timeline. */
  partnerIndex: number | null;
}

/**
 * One line of the timeline. Every event has exactly one row of its own, unless its run of system lines is folded or a filter
 * hides it: then it stands with its neighbours in one row that says so.
 */
export type Row =
  | { kind: "day"; key: string; instant: string }
  | { kind: "silence"; key: string; milliseconds: number }
  | { kind: "gap"; key: string; afterEventId: string; reasons: readonly string[] }
  | { kind: "run"; key: string; firstId: string; events: readonly Event[]; folded: boolean }
  | { kind: "hidden"; key: string; entries: readonly EntryRow[] }
  | EntryRow;

/** The row of one event. */
export type EntryRow =
  | {
      kind: "message";
      key: string;
      event: Event;
      startsGroup: boolean;
      joined: MessageExchange | null;
      /** What it replies or reacts to. */
      quoted: Quoted | null;
      reactions: readonly Reaction[];
    }
  | { kind: "note"; key: string; event: Event }
  | { kind: "line"; key: string; event: Event; changes: readonly Change[] }
  | { kind: "unknown"; key: string; event: Event };

/** The events that a row stands for, in order. */
export function eventsOfRow(row: Row): readonly Event[] {
  switch (row.kind) {
    case "message":
    case "note":
    case "line":
    case "unknown":
      return [row.event];
    case "run":
      return row.folded ? row.events : [];
    case "hidden":
      return row.entries.map(({ event }) => event);
    default:
      return [];
  }
}
