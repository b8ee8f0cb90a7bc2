import { clusterAt, mayJoin } from "./cluster-at";
import { type FoldedCluster, foldCluster } from "./fold-cluster";

/** A text normalized for search. */
export interface FoldedText {
  /** Without its accents. */
  plain: string;
  /**
   * For each UTF-16 unit of `plain`, the accents of its letter as one code point, "" if it has none; null if no letter has any.
   */
  accents: readonly string[] | null;
}

/** The same, with source positions. */
export interface PlacedText extends FoldedText {
  /** For each UTF-16 unit of `plain`, its range in the source text. */
  starts: readonly number[];
  ends: readonly number[];
}

/**
 * Normalizes text for search: for the `searchText` columns and for queries. Ignores case, compatibility forms (full width,
 * ligatures), kinds of white space, typographic quotation marks and dashes, invisible characters and accents, so that both
 * databases compare plain text.
 */
export function foldForSearch(text: string): string {
  return foldText(text).plain;
}

/** Normalizes text for search, with accents kept separately for queries that have some. */
export function foldText(text: string): FoldedText {
  return fold(text, () => {});
}

/** Normalizes text for search, with the source position of each letter. */
export function foldWithPlaces(text: string): PlacedText {
  const starts: number[] = [];
  const ends: number[] = [];
  const folded = fold(text, (start, end, length) => {
    for (; starts.length < length; ends.push(end)) starts.push(start);
    // What normalizes to nothing belongs to the letter before it, collapsed white space to the space before it.
    if (length > 0) ends[length - 1] = end;
  });
  return { ...folded, starts, ends };
}

/** @param onPiece receives each range of the text, and the length of the normalized text after it */
function fold(text: string, onPiece: (start: number, end: number, length: number) => void): FoldedText {
  const whole = text.toWellFormed();
  const folding = new Folding(whole.length);
  for (let start = 0, end = 0; start < whole.length; start = end) {
    const unit = whole.charCodeAt(start);
    const cluster = mayJoin(whole.charCodeAt(start + 1)) ? clusterAt(whole, start) : null;
    folding.add(cluster === null ? foldUnit(unit) : foldCluster(cluster));
    end = start + (cluster?.length ?? 1);
    onPiece(start, end, folding.length);
  }
  return folding.finish();
}

const units: FoldedCluster[] = Array(0x1_0000);

function foldUnit(unit: number): FoldedCluster {
  units[unit] ??= foldCluster(String.fromCharCode(unit));
  return units[unit];
}

const space = 0x20;
const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });

/** Collects normalized clusters, with one space for any white space. */
class Folding {
  length = 0;
  #units: Uint16Array;
  #accents: string[] | null = null;

  constructor(length: number) {
    this.#units = new Uint16Array(length);
  }

  add({ plain, accents }: FoldedCluster): void {
    if (accents !== null) this.#accents ??= Array(this.length).fill("");
    for (let place = 0; place < plain.length; place++) {
      const unit = plain.charCodeAt(place);
      if (unit === space && this.#endsInSpace()) continue;
      if (this.length === this.#units.length) this.#grow();
      this.#units[this.length++] = unit;
      this.#accents?.push(accents?.[place] ?? "");
    }
  }

  finish(): FoldedText {
    if (this.length > 0 && this.#endsInSpace()) {
      this.length -= 1;
      this.#accents?.pop();
    }
    const plain = utf16.decode(this.#units.subarray(0, this.length));
    return { plain, accents: this.#accents };
  }

  #endsInSpace(): boolean {
    return this.length === 0 || this.#units[this.length - 1] === space;
  }

  /** Some characters become several letters. */
  #grow(): void {
    const larger = new Uint16Array(this.#units.length * 2 + 32);
    larger.set(this.#units);
    this.#units = larger;
  }
}
