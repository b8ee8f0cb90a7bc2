import type { z } from "zod";
import { isRecord } from "@/lib/json/is-record";
import { isFlowAnswer } from "@/lib/messages/types/flow-response";
import { contentIn } from "@/lib/text/innermost";
import { describeMisfit } from "./describe-misfit";
import type { MessageDefinition } from "./message-definition";
import { type MessageContents, type MessageType, messageTypes } from "./message-types";

/** A message of a known type with a valid payload; `type` determines the content. */
export type RecognisedMessage = {
  [Type in MessageType]: {
    recognised: true;
    type: Type;
    /** The type as sent, which may be an alias of `type`. */
    sentType: string;
    content: MessageContents[Type];
    definition: MessageDefinition<Type, MessageContents[Type]>;
    sent: unknown;
  };
}[MessageType];

/** A message that can only be shown as raw data. `type` is null if unknown; otherwise the payload is invalid. */
interface UnrecognisedMessage {
  recognised: false;
  type: MessageType | null;
  sentType: string | null;
  /** A clause for the reader: `payload.buttons: expected a list, got text`. */
  reason: string;
  sent: unknown;
}

export type ReadMessage = RecognisedMessage | UnrecognisedMessage;

/**
 * Parses the `payload.message` of a message event. Never throws. Results are cached by object, because the fold, the prompt
 * matcher and the bubbles all parse the same one.
 */
export function readMessage(sent: unknown): ReadMessage {
  if (typeof sent !== "object" || sent === null) return parseMessage(sent);
  const known = alreadyRead.get(sent);
  if (known !== undefined) return known;
  const message = parseMessage(sent);
  alreadyRead.set(sent, message);
  return message;
}

const alreadyRead = new WeakMap<object, ReadMessage>();

function parseMessage(sent: unknown): ReadMessage {
  if (typeof sent !== "object" || sent === null || Array.isArray(sent))
    return { recognised: false, type: null, sentType: null, reason: "the message is not an object", sent };
  const sentType = "type" in sent && typeof sent.type === "string" && sent.type !== "" ? sent.type : null;
  if (sentType === null) return { recognised: false, type: null, sentType, reason: "the message has no type", sent };
  const definition = replyDefinition(sentType, sent) ?? definitionOf(sentType);
  if (definition === null)
    return { recognised: false, type: null, sentType, reason: `the message type ${sentType} is unknown`, sent };
  const parsed = parse(definition.content, sent);
  if (typeof parsed === "string") return { recognised: false, type: definition.type, sentType, reason: parsed, sent };
  // This definition parsed the content, which the union of all types cannot express.
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

/** The definition for a message type or alias; null if unknown. */
export function definitionOf(sentType: string): Definition | null {
  const name = sentType.trim().toLowerCase();
  return bySentType.get(name) ?? (name.endsWith(".response") ? messageTypes.response : null);
}

/**
 * WhatsApp uses one type for a prompt and its answer: `interactive` is both, and `button` is also a pressed button of a template.
 * The content decides.
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
    // Schemas do not throw; only nesting beyond the stack does.
    return "the payload is nested too deeply";
  }
}
