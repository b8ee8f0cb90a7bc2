import type { z } from "zod";
import { isRecord } from "@/lib/json/is-record";
import { isFlowAnswer } from "@/lib/messages/types/flow-response";
import { contentIn } from "@/lib/text/innermost";
import { describeMisfit } from "./describe-misfit";
import type { MessageDefinition } from "./message-definition";
import { type MessageContents, type MessageType, messageTypes } from "./message-types";

/** A message of a known type whose payload fits; `type` tells which content. */
export type RecognisedMessage = {
  [Type in MessageType]: {
    recognised: true;
    type: Type;
    /** The sender's word, which may be an alias of `type`. */
    sentType: string;
    content: MessageContents[Type];
    definition: MessageDefinition<Type, MessageContents[Type]>;
    sent: unknown;
  };
}[MessageType];

/** A message that can only be shown as raw data. `type` is null when it is not known, else its payload does not fit. */
interface UnrecognisedMessage {
  recognised: false;
  type: MessageType | null;
  sentType: string | null;
  /** A sentence part for a person: `payload.buttons: expected a list, got text`. */
  reason: string;
  sent: unknown;
}

export type ReadMessage = RecognisedMessage | UnrecognisedMessage;

/**
 * Reads the `payload.message` of a message event. Total: every value gives an answer, none throws. The same object is parsed
 * once: the fold, the pairing and the bubbles all ask for it, and nobody changes what was received.
 */
export function readMessage(sent: unknown): ReadMessage {
  if (typeof sent !== "object" || sent === null) return readAnew(sent);
  const known = alreadyRead.get(sent);
  if (known !== undefined) return known;
  const message = readAnew(sent);
  alreadyRead.set(sent, message);
  return message;
}

const alreadyRead = new WeakMap<object, ReadMessage>();

function readAnew(sent: unknown): ReadMessage {
  if (typeof sent !== "object" || sent === null || Array.isArray(sent))
    return { recognised: false, type: null, sentType: null, reason: "the message is not an object", sent };
  const sentType = "type" in sent && typeof sent.type === "string" && sent.type !== "" ? sent.type : null;
  if (sentType === null) return { recognised: false, type: null, sentType, reason: "the message has no type", sent };
  const definition = replyDefinition(sentType, sent) ?? definitionOf(sentType);
  if (definition === null)
    return { recognised: false, type: null, sentType, reason: `the message type ${sentType} is unknown`, sent };
  const parsed = parse(definition.content, sent);
  if (typeof parsed === "string") return { recognised: false, type: definition.type, sentType, reason: parsed, sent };
  // The content was parsed by this very definition, which the union of all types cannot express.
  return {
    recognised: true,
    type: definition.type,
    sentType,
    content: parsed.data,
    definition,
    sent,
  } as RecognisedMessage;
}

type Definition = (typeof messageTypes)[MessageType];

const bySentType = new Map<string, Definition>(
  Object.values<Definition>(messageTypes).flatMap((definition) =>
    [definition.type, ...(definition.aliases ?? [])].map((name): [string, Definition] => [name, definition]),
  ),
);

/** The definition that reads messages of a type, however the sender spells it; null for a type not known. */
export function definitionOf(sentType: string): Definition | null {
  const name = sentType.trim().toLowerCase();
  return bySentType.get(name) ?? (name.endsWith(".response") ? messageTypes.response : null);
}

/**
 * WhatsApp calls a prompt and its answer by one name: `interactive` is both, and `button` is also what was pressed in a
 * template. What it holds tells which.
 */
function replyDefinition(sentType: string, sent: object): Definition | null {
  const name = sentType.trim().toLowerCase();
  if (name === "button") {
    const isReply = "button" in sent && isRecord(sent.button) && !("buttons" in sent.button);
    return isReply && !("payload" in sent) ? messageTypes["interactive.response"] : null;
  }
  if (name !== "interactive") return null;
  const content = contentIn(sent, ["interactive"]);
  if (isFlowAnswer(content)) return messageTypes["flow.response"];
  return isRecord(content) && ("button_reply" in content || "list_reply" in content)
    ? messageTypes["interactive.response"]
    : null;
}

function parse(content: z.ZodType, sent: unknown): { data: unknown } | string {
  try {
    const parsed = content.safeParse(sent);
    return parsed.success ? { data: parsed.data } : describeMisfit(parsed.error, sent);
  } catch {
    // Nothing in a schema throws by itself; a value nested beyond the stack does.
    return "the payload is nested too deeply";
  }
}
