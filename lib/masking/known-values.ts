import { foldForSearch } from "@/lib/search/fold-for-search";
import { phonesOf } from "./phone-numbers";
import type { Span } from "./spans";
import type { Kind } from "./tokens";
import { isEdge } from "./word-edges";

/** A personal value of a conversation. */
export interface KnownValue {
  kind: Kind;
  text: string;
}

/** With more values than this, every text of the conversation is masked as a whole. */
export const mostValues = 1000;
/** Longer values are found by their beginning. */
export const comparedLength = 200;
const mostLength = 2000;
const trivial = /^(?:\d{1,3}|true|false|yes|no|null|none|undefined)$/;

interface Needle {
  kind: Kind;
  /** Folded. */
  text: string;
  beginning: string;
}

/** The personal values of one conversation, prepared for finding them in folded texts. */
export class KnownValues {
  static readonly none = new KnownValues([]);
  /** There are too many values to look for. */
  readonly isTooMany: boolean;
  /** The known phone numbers without country codes: digits. */
  readonly phones: readonly string[];
  /** The countries of the known phone numbers. */
  readonly countries: readonly string[];
  readonly #byBeginning = new Map<number, Needle[]>();

  constructor(values: readonly KnownValue[]) {
    const needles = new Map<string, Needle>();
    for (const { kind, text } of values) {
      for (const needle of needlesOf(kind, text)) if (!needles.has(needle.text)) needles.set(needle.text, needle);
    }
    // Beyond this number, values are not stored, whether they are looked for or not.
    this.isTooMany = values.length > mostValues || needles.size > mostValues;
    const { numbers, countries } = phonesOf(values.map(({ text }) => text));
    this.phones = numbers;
    this.countries = countries;
    for (const needle of [...needles.values()].sort((one, two) => two.text.length - one.text.length)) {
      const key = keyAt(needle.text, 0);
      const alike = this.#byBeginning.get(key);
      if (alike === undefined) this.#byBeginning.set(key, [needle]);
      else alike.push(needle);
    }
  }

  /** The folded texts to look for, without phone numbers in other spellings. */
  get needles(): string[] {
    return [...this.#byBeginning.values()].flatMap((alike) => alike.map(({ beginning }) => beginning));
  }

  get isEmpty(): boolean {
    return this.#byBeginning.size === 0 && this.phones.length === 0;
  }

  /** Where a folded text contains known values, as whole words; the longest at each place. */
  find(text: string): Span[] {
    const spans: Span[] = [];
    if (this.#byBeginning.size === 0) return spans;
    for (let place = 0; place + 1 < text.length; ) {
      const end = isEdge(text, place) ? this.#matchAt(text, place, spans) : place;
      place = Math.max(end, place + 1);
    }
    return spans;
  }

  #matchAt(text: string, place: number, spans: Span[]): number {
    for (const { kind, text: value, beginning } of this.#byBeginning.get(keyAt(text, place)) ?? []) {
      if (!text.startsWith(beginning, place)) continue;
      let length = beginning.length;
      while (length < value.length && text[place + length] === value[length]) length += 1;
      const end = place + length;
      if (length < comparedLength && !isEdge(text, end)) continue;
      spans.push({ start: place, end, kind });
      return end;
    }
    return place;
  }
}

const mostFolded = 5000;
const foldedBefore = new Map<string, readonly Needle[]>();

/** What to look for of a value. The last ones are kept: each batch of a conversation needs the same ones. */
function needlesOf(kind: Kind, text: string): readonly Needle[] {
  const key = `${kind} ${text}`;
  const known = foldedBefore.get(key);
  if (known !== undefined) return known;
  const folded = foldForSearch(text.slice(0, mostLength));
  const parts = kind === "name" ? folded.split(/[^\p{L}\p{N}\p{M}]+/u) : [];
  const needles = [folded, ...parts]
    .filter((part) => part.length >= 2 && !trivial.test(part))
    .map((part) => ({ kind, text: part, beginning: part.slice(0, comparedLength) }));
  if (foldedBefore.size >= mostFolded) foldedBefore.clear();
  if (text.length <= comparedLength) foldedBefore.set(key, needles);
  return needles;
}

function keyAt(text: string, place: number): number {
  return text.charCodeAt(place) * 0x1_0000 + text.charCodeAt(place + 1);
}
