import { asksForHuman } from "@/lib/conversation/stuck/asks-for-human";
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

/** A stored event: its raw JSON, and the columns that the store adds. `receivedAt` is ISO 8601 UTC with six decimals. */
export interface StoredEvent {
  id: string;
  raw: string;
  receivedAt: string;
  deliveryId: string;
  editedBy?: string | null;
  /** ISO 8601 UTC: when its content was erased. */
  erasedAt?: string | undefined;
}

/**
 * Parses a stored event. Never throws: text that the webhook would reject, possible only in a damaged store, becomes an
 * unrecognised event at its arrival time.
 */
export function readEvent(stored: StoredEvent): Event {
  return withRequest(readMeaning(stored, readEnvelope(parse(stored.raw))).event);
}

/**
 * The same for an envelope that is already parsed, together with its interpretation, but without whether a human is asked
 * for: {@link withRequest}.
 */
export function readMeaning(
  { id, receivedAt, deliveryId, editedBy = null, erasedAt }: Omit<StoredEvent, "raw">,
  reading: EnvelopeReading,
): { event: Event; meaning: Interpretation } {
  if (!reading.ok) {
    const event = {
      ...unreadable(reading.reason, receivedAt),
      ...erased(erasedAt),
      id,
      receivedAt,
      deliveryId,
      editedBy,
    };
    return { event, meaning: interpret(event) };
  }
  const payload = plainJson(reading.payload);
  const meaning = interpret({ type: reading.type, payload, erasedAt });
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
    ...erased(erasedAt),
  };
  return { event, meaning };
}

/** Notes whether a message of the visitor asks for a human, for the fold. */
export function withRequest(event: Event): Event {
  return isVisitors(event) && asksForHuman(event.text) ? { ...event, asksForHuman: true } : event;
}

/** Answers may have no sender. */
function isVisitors({ messageType, actor }: Event): boolean {
  return messageType !== null && actor?.type !== "bot" && actor?.type !== "user";
}

/** Without the member for an event that was not erased: most states and responses contain none. */
function erased(erasedAt: string | undefined): Pick<Event, "erasedAt"> {
  return erasedAt === undefined ? {} : { erasedAt };
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
