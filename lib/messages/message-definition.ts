import type { z } from "zod";

/** A variable that a message sets, by the name that `variables` events use (token spellings already resolved). */
export interface VariableAssignment {
  name: string;
  value: unknown;
  /** The sender's word for the type, where it gave one. */
  type: string | null;
}

/**
 * Everything the rest of the program knows of one message type. Adding a type is one file with one of these, a line in
 * lib/messages/message-types.ts, a bubble in components/messages and a fixture; nobody else asks "which type are you?".
 */
export interface MessageDefinition<Type extends string, Content> {
  readonly type: Type;
  /** Other spellings of `payload.message.type` with the same content. */
  readonly aliases?: readonly string[];
  /** Parses the whole `payload.message` object (a text message carries no `payload`). Lenient: see support-hunt/webhook.md §4. */
  readonly content: z.ZodType<Content>;
  /** What a person would read in one line: inbox preview, search, transcript. HTML and tokens already plain. */
  readonly text: (content: Content) => string;
  /** Fields whose texts and numbers are read although the content does not have them as they came: `{value: 30, label: "minutes"}`. */
  readonly settled?: readonly string[];
  /** A prompt: the message types that answer it. */
  readonly answeredBy?: readonly string[];
  /** False where this prompt leaves nothing to answer: buttons that are all links, a carousel of pictures. True unless given. */
  readonly expectsAnswer?: (content: Content) => boolean;
  /** Variables that the message sets. */
  readonly variables?: (content: Content) => readonly VariableAssignment[];
}
