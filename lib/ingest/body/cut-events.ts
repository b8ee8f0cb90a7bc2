import { bodyFrame } from "@/lib/store/log/cut-events";
import { replaceElements } from "@/lib/store/log/replace-elements";
import { decodeBody } from "./decode-body";
import { looseEvents, type SentEvent, sentEvents } from "./sent-events";

/** What happens to an event of a body: undefined = it stays, null = it is cut out, a text takes its place. */
export type Replace = (event: Pick<SentEvent, "raw" | "value">) => string | null | undefined;

/** `whole`: the body cannot be cut without a risk for other events, so all of it has to go. */
export type CutBody = { kind: "unchanged" } | { kind: "cut"; bytes: Uint8Array } | { kind: "whole" };

/**
 * Cuts events out of a body; those that stay keep every byte. If none stays, nothing of the original does. The result is read
 * again, and must have the expected events.
 */
export function cutEvents(bytes: Uint8Array, replace: Replace): CutBody {
  const sent = eventsOf(bytes);
  const replaced = sent.map((event) => ({ ...event, by: replace(event) }));
  const gone = replaced.filter(({ by }) => by !== undefined);
  if (gone.length === 0) return { kind: "unchanged" };
  const left = replaced.flatMap(({ raw, by }) => (by === null ? [] : [by ?? raw]));
  if (gone.length === sent.length) {
    return left.length === 0
      ? { kind: "whole" }
      : { kind: "cut", bytes: Buffer.from(`{"events":[${left.join(",")}]}`) };
  }
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const spans = replaced.map(({ raw, position, by }) => ({
    raw,
    by,
    start: position,
    end: (position ?? 0) + Buffer.byteLength(raw),
  }));
  const isPlaced = spans.every(({ raw, start, end }) => start !== null && body.toString("utf8", start, end) === raw);
  if (!isPlaced) return { kind: "whole" };
  const edits = spans.flatMap(({ by, start, end }) => (by === undefined || start === null ? [] : [{ start, end, by }]));
  const rest = replaceElements(body, edits);
  const found = eventsOf(rest).map(({ raw }) => raw);
  const around = left.reduce((text, raw) => text.replace(raw, () => ""), rest.toString("utf8").replace("\ufeff", ""));
  // Something else might be about the same person.
  if (!bodyFrame.test(around)) return { kind: "whole" };
  const isAsExpected = found.length === left.length && found.every((raw, place) => raw === left[place]);
  return isAsExpected ? { kind: "cut", bytes: rest } : { kind: "whole" };
}

function eventsOf(bytes: Uint8Array): SentEvent[] {
  const body = decodeBody(bytes);
  return body.ok ? (sentEvents(body.source, body.value) ?? []) : looseEvents(body.source);
}
