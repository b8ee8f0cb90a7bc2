import { hash } from "node:crypto";
import { canonicalJson } from "@/lib/events/canonical-json";
import { readEnvelope } from "@/lib/events/envelope";
import { isRecord } from "@/lib/events/is-record";
import { unknownEnvelopeFields } from "@/lib/events/known-fields";
import type { NewEvent, NewQuarantinedEvent } from "@/lib/store/new-delivery";
import { byteCounter } from "./byte-counter";
import type { DecodedBody } from "./decode-body";
import { elementSpans, memberSpans } from "./json-spans";

/** What a body with a valid token is: contract.md, "The webhook". */
export type DeliveryReading =
  | { kind: "test" }
  | { kind: "fault"; reason: string; position: number | null; quarantined: NewQuarantinedEvent[] }
  | { kind: "events"; events: NewEvent[]; quarantined: NewQuarantinedEvent[] };

/**
 * Finds the events of a body, each as the exact text it was sent as, and tells which cannot be stored as events. A body
 * without any event is a test call (docs/support-hunt/webhook.md §1); one of another shape, or with no readable event at
 * all, is a fault.
 */
export function readDelivery(body: DecodedBody): DeliveryReading {
  if (!body.ok) return fault(body.reason, body.position);
  const { text, value } = body;
  if (value === undefined) return { kind: "test" };
  if (!isRecord(value)) return fault('No events: the body is no object with "events"', null);
  const { events } = value;
  if (events === undefined || events === null) {
    const others = Object.keys(value).filter((key) => key !== "token" && key !== "events");
    return others.length === 0 ? { kind: "test" } : fault('No events: the object has no "events"', null);
  }
  if (!Array.isArray(events)) return fault('No events: "events" is no array', null);
  if (events.length === 0) return { kind: "test" };
  return readEvents(text, events, body.markLength);
}

function readEvents(text: string, values: unknown[], markLength: number): DeliveryReading {
  const start = memberSpans(text).get("events")?.at(-1)?.start ?? 0;
  const events: NewEvent[] = [];
  const quarantined: NewQuarantinedEvent[] = [];
  const occurrences = new Map<string, number>();
  const byteOf = byteCounter(text, markLength);
  for (const [place, span] of elementSpans(text, start).entries()) {
    const raw = text.slice(span.start, span.end);
    const reading = readEnvelope(values[place]);
    if (reading.ok) {
      const canonical = canonicalJson(raw);
      const occurrence = occurrences.get(canonical) ?? 0;
      occurrences.set(canonical, occurrence + 1);
      events.push({
        raw,
        hash: hashOf(canonical, occurrence),
        conversationKey: reading.envelope.conversation.key,
        occurredAt: reading.occurredAt,
        reading,
        newFields: unknownEnvelopeFields(values[place]),
      });
    } else {
      quarantined.push({ place, raw, reason: reading.reason, position: byteOf(span.start) });
    }
  }
  if (events.length > 0) return { kind: "events", events, quarantined };
  const [first] = quarantined;
  return { ...fault(`No readable event: ${first?.reason}`, first?.position ?? null), quarantined };
}

/** Two equal events of one delivery are two events; the same delivery sent again brings the same two. */
function hashOf(canonical: string, occurrence: number): Buffer {
  return hash("sha256", occurrence === 0 ? canonical : `${canonical}\u0000${occurrence}`, "buffer");
}

function fault(reason: string, position: number | null) {
  return { kind: "fault" as const, reason, position, quarantined: [] };
}
