/** The characters of a folded text, and the pairs of those that follow each other. */
export function* pairsOf(text: string): Generator<string> {
  let before = "";
  for (const character of text) {
    yield character;
    if (before !== "") yield before + character;
    before = character;
  }
}

/** Is a folded text no longer than a pair? */
export function isPair(text: string): boolean {
  return [...text.slice(0, 5)].length <= 2;
}
