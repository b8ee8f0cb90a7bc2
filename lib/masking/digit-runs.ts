import { asciiDigits, type DigitRun, phoneIn } from "./phone-numbers";
import type { Span } from "./spans";

/** Dates, times and UUIDs: digits that are neither phone numbers nor cards. */
const others = new RegExp(
  [
    /(?<![\p{L}\p{N}])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\p{L}\p{N}])/u,
    /(?<!\d)(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])(?!\d)/u,
    /(?<![\d./-])(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|[12]\d|3[01])[-./](?:(?:19|20)\d\d|\d\d)(?![\d./-]*\d)/u,
    /(?<!\d)\d{1,2}:\d\d(?::\d\d(?:\.\d{1,9})?)?(?!\d)/u,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gu",
);
const run = /\+? ?\(?\d(?:[ \-./()]{0,3}\d)*/g;
const wordSign = /[\p{L}\p{M}_]/u;

/** Cards and phone numbers in a folded text. */
export function numbersIn(text: string, known: { phones: readonly string[]; countries: readonly string[] }): Span[] {
  if (!/\p{Nd}/u.test(text)) return [];
  const plain = asciiDigits(text).replace(others, (found) => "\0".repeat(found.length));
  return [...plain.matchAll(run)].flatMap((match) => {
    const digits = match[0].replace(/\D/g, "");
    if (digits.length < 6) return [];
    const space = match[0].length - match[0].trimStart().length;
    const start = match.index + space;
    const end = match.index + match[0].length;
    const found: DigitRun = {
      ...{ start, end, digits, text: match[0].slice(space) },
      isInWord: wordSign.test(plain[start - 1] ?? "") || wordSign.test(plain[end] ?? ""),
    };
    const cards = cardsIn(found);
    const phone = phoneIn(found, known);
    if (phone === null) return cards;
    return cards.length === 0 ? [phone] : [...cards, ...around(phone, cards)];
  });
}

/** The parts of a span outside the others that have digits enough for a number. */
function around(span: Span, cards: readonly Span[]): Span[] {
  const parts: Span[] = [];
  let start = span.start;
  for (const card of [...cards, { start: span.end, end: span.end }]) {
    if (card.start - start >= 7) parts.push({ start, end: card.start, kind: "phone" });
    start = card.end;
  }
  return parts;
}

/** Card numbers: 13 to 19 digits in groups, with a valid check digit. */
function cardsIn({ start, text, digits }: DigitRun): Span[] {
  if (digits.length < 13) return [];
  const groups = [...text.matchAll(/\d+/g)];
  const spans: Span[] = [];
  for (let first = 0; first < groups.length; ) {
    const last = cardFrom(groups, first);
    if (last === null) first += 1;
    else {
      const end = groups[last];
      spans.push({
        start: start + (groups[first]?.index ?? 0),
        end: start + (end === undefined ? 0 : end.index + end[0].length),
        kind: "card",
      });
      first = last + 1;
    }
  }
  return spans;
}

/** The last group of the longest card number that begins with a group. */
function cardFrom(groups: readonly RegExpMatchArray[], first: number): number | null {
  let digits = "";
  let found: number | null = null;
  for (let place = first; place < groups.length && digits.length < 19; place++) {
    digits += (groups[place]?.[0] ?? "").slice(0, 20);
    if (digits.length >= 13 && digits.length <= 19 && hasCheckDigit(digits)) found = place;
  }
  return found;
}

/** Luhn's check. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? 2 * digit : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 && !/^0+$/.test(digits);
}
