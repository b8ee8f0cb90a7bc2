import { eventTypes } from "@/lib/event-types/event-types";
import type { Event } from "@/lib/events/event";
import { storableText } from "@/lib/json/storable-text";
import { readMessage } from "@/lib/messages/read-message";
import { unknownPayloadFields } from "./known-fields";

const longestType = 100;
const longestPath = 200;

/**
 * Something that the published samples and our schemas do not have: an `event` type, a `message` type, a payload of a known
 * type that does not fit (`misfit`), or a `field`. The same texts mean the same thing, whichever event has it.
 */
export interface Unfamiliar {
  kind: "event" | "message" | "misfit" | "field";
  /** The event's type; "" for a field of the envelope. */
  type: string;
  /** "" where there is none. */
  messageType: string;
  /** Of a field: where it stands, in the payload or in the envelope. */
  path: string;
}

/** What is unfamiliar about an event. `envelopeFields` are those that the envelope should not have. */
export function unfamiliarIn(event: Event, envelopeFields: readonly string[]): Unfamiliar[] {
  const { type, payload } = event;
  const payloadFields = unknownPayloadFields(type, payload);
  if (event.recognised && payloadFields.length === 0 && envelopeFields.length === 0) return [];
  const messageType = short(event.messageType ?? "", longestType);
  const fields = [
    ...envelopeFields.map((path) => field("", "", path)),
    ...payloadFields.map((path) => field(type, messageType, path)),
  ];
  const kind = event.recognised ? null : kindOf(event);
  return kind === null ? fields : [{ kind, type, messageType, path: "" }, ...fields];
}

function field(type: string, messageType: string, path: string): Unfamiliar {
  return { kind: "field", type, messageType, path: short(path, longestPath) };
}

/** All of it stands in one index entry, which Postgres limits. */
function short(text: string, longest: number): string {
  return storableText(text.slice(0, longest));
}

function kindOf({ type, payload }: Event): "event" | "message" | "misfit" {
  if (!eventTypes.has(type)) return "event";
  if (type !== "message" || typeof payload !== "object" || payload === null || !("message" in payload)) return "misfit";
  const message = readMessage(payload.message);
  return message.type === null && message.sentType !== null ? "message" : "misfit";
}
