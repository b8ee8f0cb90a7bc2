import type { DecodedBody } from "@/lib/ingest/body/decode-body";
import { memberSpans, type Span } from "@/lib/ingest/body/json-spans";
import { encodingOf } from "@/lib/ingest/body/text-of";
import { isRecord } from "@/lib/json/is-record";
import { tokenPattern } from "./token-pattern";

/** A body without tokens. */
export interface MaskedBody {
  /** Tokens replaced by asterisks of the same length: every byte keeps its offset. The original bytes if there is no token. */
  bytes: Uint8Array;
  /**
   * The same with a fixed number of asterisks, for the deduplication key: a delivery sent again with another token is a
   * duplicate. Null if no event can contain a token.
   */
  rotated: Uint8Array | null;
}

/**
 * Masks each top-level `token` of a JSON object, and every accepted token in any place and encoding (docs/support-hunt/webhook.md
 * §1.7).
 */
export function maskTokens(bytes: Uint8Array, body: DecodedBody, accepted: readonly string[]): MaskedBody {
  const { text, unit, encode } = editable(bytes);
  const members = topLevelTokens(text, body);
  const anywhere = tokensAnywhere(text, unit, accepted);
  const spans = united([...members, ...anywhere]);
  // Around a list of events; a single event contains its top-level token.
  const isAroundEvents = body.ok && isRecord(body.value) && "events" in body.value;
  const isInEvent = !isAroundEvents || total(spans) > total(united(members));
  if (spans.length === 0) return { bytes, rotated: null };
  return {
    bytes: encode(replaced(text, spans, ({ start, end }) => end - start)),
    rotated: isInEvent ? encode(replaced(text, spans, () => rotatedLength)) : null,
  };
}

/** Masks a short text that is stored next to a body. */
export function maskText(text: string, accepted: readonly string[]): string {
  return replaced(text, united(tokensAnywhere(text, "characters", accepted)), ({ start, end }) => end - start);
}

const rotatedLength = 8;

/** The body as a text with one character per byte, or per two bytes of UTF-16, and how to encode it again. */
function editable(bytes: Uint8Array) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { encoding, markLength } = encodingOf(buffer);
  const mark = buffer.subarray(0, markLength);
  const content = buffer.subarray(markLength);
  if (encoding === "utf-8") {
    const encode = (text: string) => Buffer.concat([mark, Buffer.from(text, "latin1")]);
    return { text: content.toString("latin1"), unit: "bytes" as const, encode };
  }
  const even = content.length - (content.length % 2);
  const turn = (text: Buffer) => (encoding === "utf-16be" ? Buffer.from(text).swap16() : text);
  const encode = (text: string) => Buffer.concat([mark, turn(Buffer.from(text, "utf16le")), content.subarray(even)]);
  return { text: turn(content.subarray(0, even)).toString("utf16le"), unit: "characters" as const, encode };
}

function topLevelTokens(text: string, body: DecodedBody): Span[] {
  const mayHold = text.includes("token") || text.includes("\\u");
  // The values of a form are encoded in the body.
  if (!mayHold || !body.ok || !isRecord(body.value) || !text.trimStart().startsWith("{")) return [];
  const found = memberSpans(text).get("token") ?? [];
  return found.filter(({ start }) => text[start] === '"').map(({ start, end }) => ({ start: start + 1, end: end - 1 }));
}

function tokensAnywhere(text: string, unit: "bytes" | "characters", accepted: readonly string[]): Span[] {
  return accepted.flatMap((token) =>
    [...text.matchAll(tokenPattern(token, unit))].map(({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
    })),
  );
}

function total(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Sorted, with overlapping spans merged. */
function united(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last === undefined || span.start > last.end) all.push({ ...span });
    else last.end = Math.max(last.end, span.end);
  }
  return all;
}

function replaced(text: string, spans: readonly Span[], lengthOf: (span: Span) => number): string {
  let copied = 0;
  const parts: string[] = [];
  for (const span of spans) {
    parts.push(text.slice(copied, span.start), fillOf(text.slice(span.start, span.end)).repeat(lengthOf(span)));
    copied = span.end;
  }
  return parts.join("") + text.slice(copied);
}

/** Digits may be a number, which has to remain one. */
function fillOf(token: string): string {
  return /^\d+$/.test(token) ? "1" : "*";
}
