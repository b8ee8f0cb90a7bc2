import type { z } from "zod";

/** A variable that a message sets, named as in `variables` events (tokens already resolved). */
export interface VariableAssignment {
  name: string;
  value: unknown;
  /** The type as sent; null if missing. */
  type: string | null;
}

/**
 * One message type: schema, texts, answers and variables. To add a type, add one file with a definition, a line in
 * lib/messages/message-types.ts, a bubble in components/messages and a fixture; no other code branches on the type.
 */
export interface MessageDefinition<Type extends string, Content> {
  readonly type: Type;
  /** Other values of `payload.message.type` with the same content. */
  readonly aliases?: readonly string[];
  /** Schema of the whole `payload.message` object (a text message has no `payload`). Lenient: see support-hunt/webhook.md §4. */
  readonly content: z.ZodType<Content>;
  /** One-line text for inbox preview, search and transcript. HTML and tokens are already converted to plain text. */
  readonly text: (content: Content) => string;
  /** Fields whose texts and numbers count as read although parsing changes them: `{value: 30, label: "minutes"}`. */
  readonly settled?: readonly string[];
  /** For a prompt: the message types that answer it. */
  readonly answeredBy?: readonly string[];
  /** False if this prompt cannot be answered: buttons that are all links, a carousel of pictures. Default: true. */
  readonly expectsAnswer?: (content: Content) => boolean;
  /** Variables that the message sets. */
  readonly variables?: (content: Content) => readonly VariableAssignment[];
}
