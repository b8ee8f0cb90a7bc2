import { isRecord } from "@/lib/json/is-record";
import { skipSpace } from "@/lib/json/json-text";
import { parseJson } from "@/lib/json/parse-json";
import { strictJson } from "@/lib/json/strict-json";
import { findJsonFault } from "./json-fault";
import { elementSpans, memberSpans, type Span } from "./json-spans";
import { looseSpans } from "./loose-spans";
import type { SourceText } from "./source-text";

/** An event as sent. */
export interface SentEvent {
  /** Its exact text. */
  raw: string;
  /** The text as valid JSON. */
  json: string;
  value: unknown;
  /** Why it is invalid; null if valid. */
  fault: string | null;
  /** Byte of the body where it begins, or where its fault is. */
  position: number | null;
  source: SourceText;
}

/**
 * The events of a JSON body: `events` of an object, a single event, or a list of either. Null for any other shape. `value` is the
 * parsed text of `source`.
 */
export function sentEvents(source: SourceText, value: unknown): SentEvent[] | null {
  const { text } = source;
  const start = skipSpace(text, 0);
  if (!Array.isArray(value)) return eventsOf(source, value, { start, end: text.trimEnd().length });
  if (!value.some(isRecord)) return null;
  return elementSpans(text, start).flatMap(
    (span, place) => eventsOf(source, value[place], span) ?? [whole(source, value[place], span)],
  );
}

function eventsOf(source: SourceText, value: unknown, span: Span): SentEvent[] | null {
  if (!isRecord(value)) return null;
  const { events } = value;
  if (Array.isArray(events)) {
    const list = memberSpans(source.text, span.start).get("events")?.at(-1);
    if (list === undefined) return null;
    return elementSpans(source.text, list.start).map((element, place) => whole(source, events[place], element));
  }
  return events === undefined && isRecord(value.event) ? [whole(source, value, span)] : null;
}

function whole(source: SourceText, value: unknown, { start, end }: Span): SentEvent {
  const raw = source.text.slice(start, end);
  return { raw, json: raw, value, fault: null, position: source.byteOf(start), source };
}

/**
 * The events of a body that is not valid JSON as a whole, each parsed separately: see `looseSpans`. Empty for a single truncated
 * event: that body is quarantined as a whole.
 */
export function looseEvents(source: SourceText): SentEvent[] {
  const { spans, isClosed } = looseSpans(source.text);
  if (!isClosed && spans.length < 2) return [];
  return spans.map(({ start, end }) => {
    const { text, isValid } = source.slice(start, end);
    // Text in a database ends at a NUL.
    const raw = text.replaceAll("\u0000", "\ufffd");
    const unread = { raw, json: "", value: undefined, position: source.byteOf(start), source };
    if (!isValid) return { ...unread, fault: "Not UTF-8: the event contains bytes that are not text" };
    if (raw !== text) return { ...unread, fault: "The event contains an unescaped NUL character" };
    const json = strictJson(raw);
    try {
      return { ...unread, json, value: parseJson(json), fault: null };
    } catch {
      const { reason, position } = findJsonFault(raw);
      return { ...unread, fault: `Not JSON: ${reason}`, position: byteWithin(unread, position) };
    }
  });
}

/** The byte of the body at a place of an event's text. */
export function byteWithin(
  { raw, position, source }: Pick<SentEvent, "raw" | "position" | "source">,
  place: number,
): number | null {
  return position === null ? null : position + source.sizeOf(raw.slice(0, place));
}
