import { hash } from "node:crypto";
import { readEnvelope } from "@/lib/events/envelope";
import { canonicalJson } from "@/lib/json/canonical-json";
import { isRecord } from "@/lib/json/is-record";
import type { NewEvent, NewQuarantinedEvent } from "@/lib/store/log/new-delivery";
import type { DecodedBody } from "./decode-body";
import { startOfValue } from "./json-spans";
import { byteWithin, looseEvents, type SentEvent, sentEvents } from "./sent-events";

/** The interpretation of a body with a valid token: contract.md, "The webhook". */
export type DeliveryReading =
  | { kind: "test" }
  | { kind: "fault"; reason: string; position: number | null; quarantined: NewQuarantinedEvent[] }
  | { kind: "events"; events: NewEvent[]; quarantined: NewQuarantinedEvent[] };

/**
 * Finds the events of a body, each with its exact text, and which of them are invalid. A body without events is a test call
 * (docs/support-hunt/webhook.md §1); another shape, or only invalid events, is an error.
 */
export function readDelivery(body: DecodedBody): DeliveryReading {
  if (!body.ok) return readDamaged(body);
  const { source, value } = body;
  if (value === undefined) return { kind: "test" };
  const found = sentEvents(source, value);
  if (found !== null) return found.length === 0 ? { kind: "test" } : readEvents(found);
  if (!isRecord(value)) return fault('No events: the body is not an object with "events"', null);
  if (value.events !== undefined && value.events !== null) return fault('No events: "events" is not a list', null);
  const others = Object.keys(value).filter((key) => key !== "token" && key !== "events");
  return others.length === 0 ? { kind: "test" } : fault('No events: the object has no "events"', null);
}

/** An invalid event does not affect its batch; if none is valid, the error of the body is more useful. */
function readDamaged(body: DecodedBody & { ok: false }): DeliveryReading {
  const reading = readEvents(looseEvents(body.source));
  return reading.kind === "events" ? reading : fault(body.reason, body.position);
}

function readEvents(sent: readonly SentEvent[]): DeliveryReading {
  const events: NewEvent[] = [];
  const quarantined: NewQuarantinedEvent[] = [];
  const occurrences = new Map<string, number>();
  for (const [place, event] of sent.entries()) {
    const { raw, json, value, fault } = event;
    const reading = fault === null ? readEnvelope(value) : { ok: false as const, reason: fault, path: "" };
    if (!reading.ok) {
      quarantined.push({ place, raw, reason: reading.reason, position: placeOfFault(event, reading.path) });
      continue;
    }
    const canonical = canonicalJson(json);
    const occurrence = occurrences.get(canonical) ?? 0;
    occurrences.set(canonical, occurrence + 1);
    events.push({
      raw,
      hash: hashOf(canonical, occurrence),
      conversationKey: reading.envelope.conversation.key,
      occurredAt: reading.occurredAt,
      position: event.position,
      reading,
    });
  }
  if (events.length > 0) return { kind: "events", events, quarantined };
  const [first] = quarantined;
  return { ...fault(`No readable event: ${first?.reason}`, first?.position ?? null), quarantined };
}

/** The byte of the value at fault; of the object around it where it is missing. */
function placeOfFault(event: SentEvent, path: string): number | null {
  // What was read leniently has its places in another text.
  if (event.fault !== null || event.json !== event.raw) return event.position;
  return byteWithin(event, startOfValue(event.json, path.split(".")));
}

/**
 * What an event is recognised by. Two equal events of one delivery are two events; a copy of the delivery contains the same two.
 *
 * @param occurrence how many equal events are before it in its delivery
 */
export function hashOf(canonical: string, occurrence: number): Buffer {
  return hash("sha256", occurrence === 0 ? canonical : `${canonical}\u0000${occurrence}`, "buffer");
}

function fault(reason: string, position: number | null) {
  return { kind: "fault" as const, reason, position, quarantined: [] };
}
