import { messageFieldNames } from "@/lib/event-types/unfamiliar/known-fields";
import { isRecord } from "@/lib/json/is-record";
import { isNothing } from "@/lib/messages/lenient";
import { messageTypes } from "@/lib/messages/message-types";
import { definitionOf } from "@/lib/messages/read-message";

/** Words in place of texts: the same for equal texts. */
export interface Pseudonyms {
  of(text: string): string;
}

const maxDepth = 12;
/** More elements than prompts compare. */
const maxElements = 200;

/** Messengers put the content of a message under the name of its type, or of one of its aliases. */
const types = Object.values<{ type: string; aliases?: readonly string[] }>(messageTypes);
const wrappers = types.flatMap(({ type, aliases = [] }) => [type, ...aliases]);
const names = new Set([...messageFieldNames(), ...wrappers, "payload", "message", "messages", "action", "parameters"]);

const numbers = new Set(["selected_button_index", "lat", "lng", "latitude", "longitude"]);

/** Values of `type` inside a message that say how its parts are read. Everything else is replaced. */
const partTypes = new Set([
  ...[
    "text",
    "info",
    "image",
    "audio",
    "video",
    "document",
    "body",
    "header",
    "footer",
    "button",
    "buttons",
    "list",
    "reply",
  ],
  ...[
    "web_url",
    "branch",
    "url",
    "quick_reply",
    "phone_number",
    "flow",
    "nfm_reply",
    "button_reply",
    "list_reply",
    "address",
  ],
]);

/**
 * What prompts and answers are matched by: the message's type, its structure, and pseudonyms in place of all texts, numbers and
 * switches. Unknown fields are left out.
 */
export function skeletonOfMessage(message: unknown, pseudonyms: Pseudonyms): unknown {
  if (!isRecord(message)) return null;
  const { type, ...content } = message;
  return { ...(type === undefined ? {} : { type: messageTypeOf(type) }), ...objectOf(content, pseudonyms, 0) };
}

/** A type that the sender invented may contain anything; whether it is an answer matters. */
function messageTypeOf(type: unknown): unknown {
  if (typeof type !== "string") return isNothing(type) ? type : 0;
  if (type === "") return type;
  const name = type.trim().toLowerCase();
  const isAnswer = name.endsWith(".response");
  if (isKnown(name) || (isAnswer && isKnown(name.slice(0, -".response".length)))) return name;
  return isAnswer ? "erased.response" : "erased";
}

function isKnown(name: string): boolean {
  const definition = definitionOf(name);
  return definition !== null && definition.type !== "response";
}

function objectOf(value: Record<string, unknown>, pseudonyms: Pseudonyms, depth: number): Record<string, unknown> {
  const kept = Object.entries(value).filter(([name]) => names.has(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, partOf(name, inner, pseudonyms, depth + 1)]));
}

function partOf(name: string, value: unknown, pseudonyms: Pseudonyms, depth: number): unknown {
  if (isNothing(value) || depth > maxDepth) return value === undefined || depth > maxDepth ? null : value;
  if (Array.isArray(value)) return value.slice(0, maxElements).map((item) => partOf(name, item, pseudonyms, depth + 1));
  if (isRecord(value)) return objectOf(value, pseudonyms, depth);
  // The bot's own limit, not an answer: so many files belong to one prompt.
  if (name === "upload_file_limit" && Number(value) >= 0 && Number(value) < 1000) return Number(value);
  // Numbers without which the message would not be understood: that there was one is enough.
  if (typeof value === "number" && numbers.has(name)) return 0;
  if (name === "type" && typeof value === "string" && partTypes.has(value)) return value;
  return pseudonyms.of(String(value));
}
