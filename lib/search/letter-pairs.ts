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

  /**
   * Adds the characters of folded texts, one a line, and the pairs of those that follow each other, to `unknown` where they are not
   * among these. Of a known pair both characters are known, too.
   */
  addUnknown(texts: string, unknown: Set<string>): void {
    let before = 0;
    for (let place = 0; place < texts.length; ) {
      const character = texts.codePointAt(place) ?? 0;
      place += character > 0xffff ? 2 : 1;
      if (character === lineBreak) {
        before = 0;
        continue;
      }
      if (!this.#seconds.get(before)?.has(character)) {
        unknown.add(String.fromCodePoint(character));
        if (before !== 0) unknown.add(String.fromCodePoint(before, character));
      }
      before = character;
    }
  }
}

const lineBreak = 10;

/** Is a folded text no longer than a pair? */
export function isPair(text: string): boolean {
  return [...text.slice(0, 5)].length <= 2;
}
