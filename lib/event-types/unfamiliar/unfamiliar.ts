import { eventTypes } from "@/lib/event-types/event-types";
import type { Event } from "@/lib/events/event";
import { storableText } from "@/lib/json/storable-text";
import { readMessage } from "@/lib/messages/read-message";
import { unknownPayloadFields } from "./known-fields";

const maxTypeLength = 100;
const maxPathLength = 200;

/**
 * Something that is neither in the published samples nor in the schemas: an `event` type, a `message` type, an unexpected payload
 * of a known type (`misfit`), or a `field`. Equal texts mean the same finding, whichever event has it.
 */
export interface Unfamiliar {
  kind: "event" | "message" | "misfit" | "field";
  /** The event's type; "" for a field of the envelope. */
  type: string;
  /** "" for events without a message. */
  messageType: string;
  /** For a field: its path in the payload or envelope. */
  path: string;
}

/** Unfamiliar types, payloads and fields of an event. `envelopeFields` are undocumented fields of its envelope. */
export function unfamiliarIn(event: Event, envelopeFields: readonly string[]): Unfamiliar[] {
  const { type, payload } = event;
  if (event.erasedAt !== undefined) return [];
  const payloadFields = unknownPayloadFields(type, payload);
  if (event.recognised && payloadFields.length === 0 && envelopeFields.length === 0) return [];
  const messageType = short(event.messageType ?? "", maxTypeLength);
  const fields = [
    ...envelopeFields.map((path) => field("", "", path)),
    ...payloadFields.map((path) => field(type, messageType, path)),
  ];
  const kind = event.recognised ? null : kindOf(event);
  return kind === null ? fields : [{ kind, type, messageType, path: "" }, ...fields];
}

function field(type: string, messageType: string, path: string): Unfamiliar {
  return { kind: "field", type, messageType, path: short(path, maxPathLength) };
}

/** All parts are in one index entry, whose size Postgres limits. */
function short(text: string, maxLength: number): string {
  return storableText(text.slice(0, maxLength));
}

function kindOf({ type, payload }: Event): "event" | "message" | "misfit" {
  if (!eventTypes.has(type)) return "event";
  if (type !== "message" || typeof payload !== "object" || payload === null || !("message" in payload)) return "misfit";
  const message = readMessage(payload.message);
  return message.type === null && message.sentType !== null ? "message" : "misfit";
}
