import type { z } from "zod";
import type { FoldState } from "@/lib/conversation/fold-state";
import type { Event } from "@/lib/events/event";
import type { EventCategory } from "@/lib/events/event-category";
import type { VariableAssignment } from "@/lib/messages/message-definition";
import type { NameOf, Sentence } from "./sentence";

/**
 * One webhook event type: schema, texts, row, category and effect on the state. To add an event type, add one file with a
 * definition and a line in event-types.ts; no other code branches on the type.
 */
export interface EventDefinition<Type extends string, Payload> {
  readonly type: Type;
  /** Parses `event.payload`. Lenient: see docs/support-hunt/webhook.md §3. */
  readonly payload: z.ZodType<Payload>;
  /** Fields whose words count as read although parsing changes them: `Close` becomes `closed`. */
  readonly settled?: readonly string[];
  /** One-line text for the timeline, transcripts, search and the API. HTML and tokens are already converted to plain text. */
  readonly sentence: (payload: Payload, nameOf: NameOf) => Sentence;
  /** The same text with its line breaks, for texts that can have several lines. */
  readonly lines?: (payload: Payload) => string;
  /** Text to index for search. Default: the sentence and the fields that the definition does not read. */
  readonly searchText?: (payload: Payload, event: Event) => string;
  /** The row that the timeline draws: a message, a note, or a one-line entry. */
  readonly row: EventRow;
  readonly icon: EventIcon | ((payload: Payload) => EventIcon);
  /** The category under which the timeline's filter lists it. */
  readonly category: EventCategory | ((event: Pick<Event, "messageType">) => EventCategory);
  /** The label in the outline of a long conversation. Events without one are not in the outline. */
  readonly outline?: (payload: Payload, nameOf: NameOf) => string;
  /** Applies the event to the state in place; the fold passes a copy. Never throws. */
  readonly apply: (state: FoldState, payload: Payload, event: Event) => void;
  /** For events that carry a message: its type as sent. */
  readonly messageType?: (payload: Payload) => string | null;
  /** The variables that it is about: the timeline draws many of them as a table. */
  readonly variables?: (payload: Payload) => readonly VariableAssignment[];
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
