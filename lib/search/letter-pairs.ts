/** Pairs of characters, and single ones. Numbers are compared, since making texts of all pairs would take several times as long. */
export class LetterPairs {
  /** The second characters of pairs, by the first; single ones stand under 0. */
  readonly #seconds = new Map<number, Set<number>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(pair: string): void {
    const first = pair.codePointAt(0) ?? 0;
    const second = pair.codePointAt(first > 0xffff ? 2 : 1);
    const [before, after] = second === undefined ? [0, first] : [first, second];
    const seconds = this.#seconds.get(before) ?? new Set();
    this.#seconds.set(before, seconds.add(after));
    this.#size += 1;
  }

  /** Adds the characters of a folded text, and the pairs of those that follow each other, to `unknown` where they are not among these. */
  addUnknown(text: string, unknown: Set<string>): void {
    let before = 0;
    for (let place = 0; place < text.length; ) {
      const character = text.codePointAt(place) ?? 0;
      if (!this.#seconds.get(0)?.has(character)) unknown.add(String.fromCodePoint(character));
      if (before !== 0 && !this.#seconds.get(before)?.has(character)) {
        unknown.add(String.fromCodePoint(before, character));
      }
      before = character;
      place += character > 0xffff ? 2 : 1;
    }
  }
}

/** Is a folded text no longer than a pair? */
export function isPair(text: string): boolean {
  return [...text.slice(0, 5)].length <= 2;
}
