import type { z } from "zod";
import type { FoldState } from "@/lib/conversation/fold-state";
import type { Event } from "./event";
import type { NameOf, Sentence } from "./sentence";

/**
 * Everything the rest of the program knows of one webhook event. Adding an event is one file with one of these and a line in
 * event-types.ts; nobody else asks "which type are you?".
 */
export interface EventDefinition<Type extends string, Payload> {
  readonly type: Type;
  /** Parses `event.payload`. Lenient: see docs/support-hunt/webhook.md §3. */
  readonly payload: z.ZodType<Payload>;
  /** What a person would read in one line. HTML and tokens already plain. */
  readonly sentence: (payload: Payload, nameOf: NameOf) => Sentence;
  /** What the event does to the conversation, in place: the fold hands over a state of its own. Never throws. */
  readonly apply: (state: FoldState, payload: Payload, event: Event) => void;
  /** For events that carry a message: its type as sent. */
  readonly messageType?: (payload: Payload) => string | null;
  /** What is odd about a payload that parses, in a sentence. */
  readonly problem?: (payload: Payload) => string | null;
}
