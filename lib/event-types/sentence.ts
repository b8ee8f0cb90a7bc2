import { actorName } from "@/lib/events/actor-name";
import type { Actor, Event } from "@/lib/events/event";
import { valueText } from "@/lib/messages/parts/variable-assignments";
import { interpret } from "./interpret";

/** A piece of a sentence: words, a name to be set off, or a value. */
export type SentencePart = string | { strong: string } | { value: unknown };
export type Sentence = readonly SentencePart[];

/** What to call somebody. */
export type NameOf = (actor: Actor) => string;

/** What an event says: the one wording that the timeline, transcripts, comparisons and lists use. */
export function sentenceOf({ type, payload }: Pick<Event, "type" | "payload">, nameOf: NameOf = actorName): Sentence {
  return interpret({ type, payload }).sentence(nameOf);
}

export function plainSentence(sentence: Sentence): string {
  return sentence
    .map((part) => (typeof part === "string" ? part : "strong" in part ? part.strong : valueText(part.value)))
    .join("");
}
