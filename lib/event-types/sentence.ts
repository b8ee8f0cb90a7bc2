import { actorName } from "@/lib/events/actor-name";
import type { Actor, Event } from "@/lib/events/event";
import { valueText } from "@/lib/messages/parts/variable-assignments";
import { interpret } from "./interpret";

/** A part of a sentence: plain text, an emphasised name, or a value. */
export type SentencePart = string | { strong: string } | { value: unknown };
export type Sentence = readonly SentencePart[];

/** Returns the display name of an actor. */
export type NameOf = (actor: Actor) => string;

/** The sentence of an event, shared by the timeline, transcripts, comparisons and lists. */
export function sentenceOf(event: Pick<Event, "type" | "payload" | "erasedAt">, nameOf: NameOf = actorName): Sentence {
  return interpret(event).sentence(nameOf);
}

export function plainSentence(sentence: Sentence): string {
  return sentence
    .map((part) => (typeof part === "string" ? part : "strong" in part ? part.strong : valueText(part.value)))
    .join("");
}
