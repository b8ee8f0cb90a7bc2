import type { NewEvent, NewQuarantinedEvent } from "./new-delivery";
import { replaceElements } from "./replace-elements";

type EventInBody = Pick<NewEvent, "raw" | "position">;

/** The range of an event in a body, in bytes. */
interface Range {
  start: number;
  end: number;
}

/** More of them would have to be searched for one by one. */
const mostQuarantined = 100;

/** What a body may contain besides its events. */
export const bodyFrame = /^(?:[\s[\]{},:]|"events"|"token"\s*:\s*(?:"[^"\\]*"|null|\d+))*$/;

/**
 * Cuts events out of the body of a delivery; the others stay byte for byte. Pure.
 *
 * @returns null if something else than the given events, which might be about the same person, would remain, or if the body
 * contains an event in another form than its text in UTF-8
 */
export function cutEvents(
  body: Uint8Array,
  events: { cut: readonly EventInBody[]; kept: readonly EventInBody[]; quarantined: readonly NewQuarantinedEvent[] },
): Uint8Array | null {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const cut = rangesOf(bytes, events.cut);
  const kept = rangesOf(bytes, events.kept);
  if (cut === null || kept === null || events.quarantined.length > mostQuarantined) return null;
  const rest = replaceElements(
    bytes,
    [...cut, ...kept].map((range) => ({ ...range, by: "" })),
  ).toString("utf8");
  const around = events.quarantined.reduce((text, { raw }) => text.replace(raw, () => ""), rest);
  if (!bodyFrame.test(around)) return null;
  return replaceElements(
    bytes,
    cut.map((range) => ({ ...range, by: null })),
  );
}

function rangesOf(bytes: Buffer, events: readonly EventInBody[]): Range[] | null {
  const ranges: Range[] = [];
  for (const { raw, position } of events) {
    const text = Buffer.from(raw);
    if (position === null || !text.equals(bytes.subarray(position, position + text.length))) return null;
    ranges.push({ start: position, end: position + text.length });
  }
  return ranges;
}
