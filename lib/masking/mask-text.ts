import { foldForSearch, foldWithPlaces } from "@/lib/search/fold-for-search";
import { plainText } from "@/lib/text/plain-text";
import { emailsIn, ibansIn, ipsIn } from "./addresses";
import { numbersIn } from "./digit-runs";
import type { KnownValues } from "./known-values";
import { encodedLinks, linksIn } from "./links";
import { placesIn } from "./places";
import { type Span, united } from "./spans";
import { tokens, writtenTokens } from "./tokens";

/** Signs without which a text contains no address, number, link or file. */
const telling = /[@＠﹫.．。:：\p{Nd}]/u;

/** Replaces the personal values in a text: those that are known, and those that are recognized by their form. */
export function maskText(text: string, known: KnownValues): string {
  if (text === "") return text;
  if (known.isTooMany) return tokens.value;
  if (known.isEmpty && !telling.test(text)) return text;
  // What stands next to a personal value may be recognized only without it.
  let masked = text;
  const rounds = text.length > longText ? 1 : mostRounds;
  for (let round = 0; round < rounds; round++) {
    const before = masked;
    masked = maskOnce(before, known);
    if (masked === before) return masked;
  }
  return masked;
}

const mostRounds = 5;
/** Texts of this length are masked once: folding them again would take too long. */
const longText = 100_000;

function maskOnce(text: string, known: KnownValues): string {
  const folded = foldForSearch(text);
  const spans = spansIn(folded, known);
  if (spans.length === 0) return text;
  const { starts, ends } = foldWithPlaces(text);
  let masked = "";
  let copied = 0;
  for (const { start, end, kind } of spans) {
    const from = Math.max(copied, starts[start] ?? 0);
    masked += text.slice(copied, from) + tokens[kind];
    copied = Math.max(from, ends[end - 1] ?? text.length);
  }
  return masked + text.slice(copied);
}

/**
 * The same for a text that may be marked up: what is only visible without tags and entities (`Am<b>ara</b>`) leaves its masked plain
 * text.
 */
export function maskMarkup(text: string, known: KnownValues): string {
  const masked = maskText(text, known);
  if (!/[<&]/.test(masked)) return masked;
  const plain = plainText(masked);
  const maskedPlain = maskText(plain, known);
  return maskedPlain === plain ? masked : maskedPlain;
}

/** The personal values in a folded text, in order. */
export function spansIn(folded: string, known: KnownValues): Span[] {
  const found = findIn(folded, known);
  for (const { start, end, decoded } of encodedLinks(folded)) {
    if (findIn(foldForSearch(decoded), known).length > 0) found.push({ start, end, kind: "value" });
  }
  if (found.length === 0) return found;
  const spans = united(found);
  const written = [...folded.matchAll(writtenTokens)].map(({ 0: token, index }) => [index, index + token.length]);
  return written.length === 0 ? spans : outside(spans, written);
}

function findIn(folded: string, known: KnownValues): Span[] {
  const values = known.find(folded);
  if (!telling.test(folded)) return values;
  return [
    ...values,
    ...emailsIn(folded),
    ...linksIn(folded),
    ...placesIn(folded),
    ...ipsIn(folded),
    ...ibansIn(folded),
    ...numbersIn(folded, known),
  ];
}

/** Spans that are not within a range. Both are in order. */
function outside(spans: readonly Span[], ranges: readonly (readonly number[])[]): Span[] {
  let place = 0;
  return spans.filter(({ start, end }) => {
    while ((ranges[place]?.[1] ?? Number.POSITIVE_INFINITY) <= start) place += 1;
    const [from = Number.POSITIVE_INFINITY, to = 0] = ranges[place] ?? [];
    return start < from || end > to;
  });
}
