import type { z } from "zod";
import type { FoldState } from "@/lib/conversation/fold-state";
import type { Event } from "@/lib/events/event";
import type { EventCategory } from "@/lib/events/event-category";
import type { NameOf, Sentence } from "./sentence";

/**
 * Everything the rest of the program knows of one webhook event. Adding an event is one file with one of these and a line in
 * event-types.ts; nobody else asks "which type are you?".
 */
export interface EventDefinition<Type extends string, Payload> {
  readonly type: Type;
  /** Parses `event.payload`. Lenient: see docs/support-hunt/webhook.md §3. */
  readonly payload: z.ZodType<Payload>;
  /** Fields whose words are read although the payload does not have them as they came: `Close` becomes `closed`. */
  readonly settled?: readonly string[];
  /** What a person would read in one line: in the timeline, transcripts, search and the API. HTML and tokens already plain. */
  readonly sentence: (payload: Payload, nameOf: NameOf) => Sentence;
  /** The same in the lines in which it was written, where it may have several. */
  readonly lines?: (payload: Payload) => string;
  /** All that search finds the event by; the sentence and what the definition does not read, unless given. */
  readonly searchText?: (payload: Payload, event: Event) => string;
  /** How the timeline draws it: what somebody said, what agents wrote for each other, or a quiet line. */
  readonly row: EventRow;
  readonly icon: EventIcon | ((payload: Payload) => EventIcon);
  /** Under what the timeline's filter lists it. */
  readonly category: EventCategory | ((event: Pick<Event, "messageType">) => EventCategory);
  /** How the outline of a long conversation names it; an event without is not listed there. */
  readonly outline?: (payload: Payload, nameOf: NameOf) => string;
  /** What the event does to the conversation, in place: the fold hands over a state of its own. Never throws. */
  readonly apply: (state: FoldState, payload: Payload, event: Event) => void;
  /** For events that carry a message: its type as sent. */
  readonly messageType?: (payload: Payload) => string | null;
  /** What is odd about a payload that parses, in a sentence. */
  readonly problem?: (payload: Payload) => string | null;
}

export type EventRow = "message" | "note" | "line";

export type EventIcon =
  | "alert"
  | "check"
  | "clock"
  | "label"
  | "message"
  | "note"
  | "open"
  | "person"
  | "sent"
  | "start"
  | "variable";
