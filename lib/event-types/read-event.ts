import { actorOf } from "@/lib/events/actor";
import { actorName } from "@/lib/events/actor-name";
import { type EnvelopeReading, readEnvelope, unknownAccountKey, visitorKeyOf } from "@/lib/events/envelope";
import type { Event } from "@/lib/events/event";
import { parseRaw } from "@/lib/json/parse-json";
import { plainJson } from "@/lib/json/plain-json";
import { storableText } from "@/lib/json/storable-text";
import { toIso } from "@/lib/time/instant";
import { interpret } from "./interpret";
import type { Interpretation } from "./interpretation";
import { plainSentence } from "./sentence";

/** A stored event: its exact text, and what the store added to it. `receivedAt` is ISO 8601 UTC with six decimals. */
export interface StoredEvent {
  id: string;
  raw: string;
  receivedAt: string;
  deliveryId: string;
  editedBy?: string | null;
}

/**
 * The event in the text that was received. Never throws: text that the door would refuse, which only a damaged store can
 * hold, comes back as an unrecognised event at its arrival time.
 */
export function readEvent(stored: StoredEvent): Event {
  return readMeaning(stored, readEnvelope(parse(stored.raw))).event;
}

/** The same where its envelope has been read already, with what it means, for those who fold it at once. */
export function readMeaning(
  { id, receivedAt, deliveryId, editedBy = null }: Omit<StoredEvent, "raw">,
  reading: EnvelopeReading,
): { event: Event; meaning: Interpretation } {
  if (!reading.ok) {
    const event = { ...unreadable(reading.reason, receivedAt), id, receivedAt, deliveryId, editedBy };
    return { event, meaning: interpret(event) };
  }
  const payload = plainJson(reading.payload);
  const meaning = interpret({ type: reading.type, payload });
  const event: Event = {
    id,
    type: reading.type,
    messageType: meaning.messageType,
    occurredAt: toIso(reading.occurredAt),
    receivedAt,
    actor: actorOf(payload),
    payload,
    text: storableText(plainSentence(meaning.sentence(actorName))),
    recognised: meaning.problem === null,
    deliveryId,
    editedBy,
    envelope: reading.envelope,
  };
  return { event, meaning };
}

function parse(raw: string): unknown {
  try {
    return parseRaw(raw);
  } catch {
    return undefined;
  }
}

function unreadable(reason: string, occurredAt: string): Omit<Event, "id" | "receivedAt" | "deliveryId" | "editedBy"> {
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
