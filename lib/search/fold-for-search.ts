import { clusterAt, mayJoin } from "./cluster-at";
import { type FoldedCluster, foldCluster } from "./fold-cluster";

/** A text as search compares it. */
export interface FoldedText {
  /** Without its accents. */
  plain: string;
  /** For each UTF-16 unit of `plain` the accents of its letter as one code point, "" without any; null where no letter has any. */
  accents: readonly string[] | null;
}

/** The same, with where each letter comes from. */
export interface PlacedText extends FoldedText {
  /** For each UTF-16 unit of `plain` the stretch of the text that it comes from. */
  starts: readonly number[];
  ends: readonly number[];
}

/**
 * Folds text for search: what is stored in the `searchText` columns, and what a query becomes before it is looked up there. Texts
 * that read the same fold to the same: case, compatibility forms (full width, ligatures), white space, typographic quotation
 * marks and dashes, characters that are not seen, accents. Both databases then compare plain text.
 */
export function foldForSearch(text: string): string {
  return foldText(text).plain;
}

/** Folds text for search and keeps its accents apart, for queries that have some. */
export function foldText(text: string): FoldedText {
  return fold(text, () => {});
}

/** Folds text for search and remembers where each letter stands. */
export function foldWithPlaces(text: string): PlacedText {
  const starts: number[] = [];
  const ends: number[] = [];
  const folded = fold(text, (start, end, length) => {
    for (; starts.length < length; ends.push(end)) starts.push(start);
    // What folds to nothing belongs to the letter before it, collapsed white space to the space before it.
    if (length > 0) ends[length - 1] = end;
  });
  return { ...folded, starts, ends };
}

/** @param onPiece gets each stretch of the text, and how long the folded text is after it */
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

/** Gathers what the pieces of a text fold to, with one space for any white space. */
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

  /** Some characters fold to several letters. */
  #grow(): void {
    const larger = new Uint16Array(this.#units.length * 2 + 32);
    larger.set(this.#units);
    this.#units = larger;
  }
}
