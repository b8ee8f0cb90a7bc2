/** Characters that are typed interchangeably, by the character that search uses for them. */
const groups: Record<string, string> = {
  "'": "`´‘’‚‛‹›ʹʻʼʽˈ′‵՚׳ꞌ❛❜᾽᾿",
  '"': "“”„‟«»ʺ˝″‶״〝〞〟❝❞",
  "-": "‐‑‒–—―−⁃˗⸺⸻֊־",
  "~": "〜",
  "/": "⁄∕",
  "...": "⋯",
  // Keyboards differ in which of these they have.
  ي: "یى",
  ك: "ک",
  ae: "æ",
  oe: "œ",
  σ: "ς",
};

/** Keyed by the character, lower case. */
export const lookAlikes: ReadonlyMap<string, string> = new Map(
  Object.entries(groups).flatMap(([plain, forms]) => [...forms].map((form) => [form, plain])),
);

/** Letters with a stroke that Unicode does not decompose: the base letter, and a mark for the stroke. */
export const stroked: ReadonlyMap<string, { plain: string; accents: string }> = new Map([
  ["ø", { plain: "o", accents: "\u0338" }],
  ["đ", { plain: "d", accents: "\u0335" }],
  ["ð", { plain: "d", accents: "\u0336" }],
  ["ħ", { plain: "h", accents: "\u0335" }],
  ["ł", { plain: "l", accents: "\u0335" }],
]);

/** Separate letters that Unicode normalization decomposes although its collation does not. */
export const ownLetters = /и\u0306|И\u0306|و\u0654|ي\u0654/g;

/**
 * Marks that a query may omit: the accents of Latin, Greek and Cyrillic, Hebrew and Syriac points, Arabic vowels. The marks of
 * other scripts are part of their letters.
 */
export function isAccent(point: string): boolean {
  const code = point.codePointAt(0) ?? 0;
  return accents.some(([first, last = first]) => code >= first && code <= last);
}

const accents: readonly (readonly [first: number, last?: number])[] = [
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x591, 0x5bd],
  [0x5bf],
  [0x5c1, 0x5c2],
  [0x5c4, 0x5c5],
  [0x5c7],
  [0x610, 0x61a],
  [0x64b, 0x65f],
  [0x670],
  [0x6d6, 0x6dc],
  [0x6df, 0x6e4],
  [0x6e7, 0x6e8],
  [0x6ea, 0x6ed],
  [0x711],
  [0x730, 0x74a],
  [0x897, 0x89f],
  [0x8ca, 0x8ff],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe20, 0xfe2f],
];
