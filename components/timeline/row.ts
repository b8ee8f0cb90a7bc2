import type { Exchange } from "@/lib/conversation/prompts/exchanges";
import type { Event } from "@/lib/events/event";
import type { Change } from "@/lib/fold/log/change";
import type { Quoted, Reaction } from "./message-links";

/** How a message row is part of an exchange. */
export interface MessageExchange {
  exchange: Exchange;
  role: "prompt" | "answer";
  /** The event at the other end, if any. */
  partner: Event | null;
  /** Its index in the timeline. */
  partnerIndex: number | null;
}

/**
 * One row of the timeline. Every event has exactly one row, unless its run of system events is collapsed or a filter hides it:
 * then it shares one row with its neighbours.
 */
export type Row =
  | { kind: "day"; key: string; instant: string }
  | { kind: "silence"; key: string; milliseconds: number }
  | { kind: "gap"; key: string; afterEventId: string; reasons: readonly string[] }
  | { kind: "run"; key: string; firstId: string; events: readonly Event[]; folded: boolean }
  | { kind: "hidden"; key: string; entries: readonly EntryRow[] }
  | EntryRow;

/** The row of a single event. */
export type EntryRow =
  | {
      kind: "message";
      key: string;
      event: Event;
      startsGroup: boolean;
      joined: MessageExchange | null;
      /** The message that it replies or reacts to. */
      quoted: Quoted | null;
      reactions: readonly Reaction[];
    }
  | { kind: "note"; key: string; event: Event }
  | { kind: "line"; key: string; event: Event; changes: readonly Change[] }
  | { kind: "unknown"; key: string; event: Event };

/** The events of a row, in order. */
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
