import { toIso } from "@/lib/time/instant";
import { actorOf } from "./actor";
import { readEnvelope, unknownAccountKey, visitorKeyOf } from "./envelope";
import type { Event } from "./event";
import { interpret } from "./event-types";
import { plainJson } from "./plain-json";
import { storableText } from "./storable-text";

/** A stored event: its exact text, and what the store added to it. `receivedAt` is ISO 8601 UTC with six decimals. */
export interface StoredEvent {
  id: string;
  raw: string;
  receivedAt: string;
  deliveryId: string;
}

/**
 * The event in the text that was received. Never throws: text that the door would refuse, which only a damaged store can
 * hold, comes back as an unrecognised event at its arrival time.
 */
export function readEvent({ id, raw, receivedAt, deliveryId }: StoredEvent): Event {
  const reading = readEnvelope(parse(raw));
  if (!reading.ok) return { ...unreadable(reading.reason, receivedAt), id, receivedAt, deliveryId };
  const payload = plainJson(reading.payload);
  const meaning = interpret(reading.type, payload);
  return {
    id,
    type: reading.type,
    messageType: meaning.messageType,
    occurredAt: toIso(reading.occurredAt),
    receivedAt,
    actor: actorOf(payload),
    payload,
    text: storableText(meaning.text()),
    recognised: meaning.problem === null,
    deliveryId,
    envelope: reading.envelope,
  };
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

function unreadable(reason: string, occurredAt: string): Omit<Event, "id" | "receivedAt" | "deliveryId"> {
  return {
    type: "unreadable",
    messageType: null,
    occurredAt,
    actor: null,
    payload: null,
    text: `Unreadable event: ${reason}`,
    recognised: false,
    envelope: {
      conversation: { key: "", id: null },
      account: { key: unknownAccountKey, id: null },
      botId: null,
      visitor: { key: visitorKeyOf(""), id: null },
    },
  };
}
