/** Marks belong to the character before them, as do ignored characters (soft hyphen, zero-width, bidi controls, tatweel). */
const joining = "[\\u0640\\p{M}\\p{DI}\\uff9e\\uff9f]";
/** Unicode's stream-safe limit: no writing system puts more marks than this on a character. */
const maxMarks = 30;
const emojiStyle = "[\\ufe0e\\ufe0f\\p{EMod}]{0,4}";
const [lead, vowel, tail] = jamo();

/** Emoji of several code points: a pair of regional indicators, a tagged flag, a sequence with zero-width joiners. */
const emoji = [
  "\\p{RI}{2}",
  "\\u{1f3f4}[\\u{e0020}-\\u{e007f}]{1,20}",
  `\\p{ExtPict}${emojiStyle}(?:\\u200d\\p{ExtPict}${emojiStyle}){0,10}`,
];

const cluster = new RegExp(
  [
    ...emoji,
    `(?:[${lead}][${vowel}]|[\\uac00-\\ud7a3])[${tail}]?${joining}{0,${maxMarks}}`,
    `[^]${joining}{0,${maxMarks}}`,
  ].join("|"),
  "uy",
);

/**
 * The cluster of `text` at `start`, which can be normalized independently of its neighbours. Short, however many marks are
 * stacked.
 */
export function clusterAt(text: string, start: number): string {
  cluster.lastIndex = start;
  return cluster.exec(text)?.[0] ?? "";
}

const joinsBefore = new RegExp(`^(?:${joining}|[${vowel}${tail}\\p{Cs}])$`, "u");
const joinCache = new Uint8Array(0x1_0000);

/** Whether this UTF-16 unit can belong to the unit before it. */
export function mayJoin(unit: number): boolean {
  joinCache[unit] ||= joinsBefore.test(String.fromCharCode(unit)) ? 2 : 1;
  return joinCache[unit] === 2;
}

const wholeEmoji = new RegExp(`^(?:${emoji.join("|")})$`, "u");

/** Whether this cluster is an emoji, in which joiners and tags are significant. */
export function isEmoji(piece: string): boolean {
  return wholeEmoji.test(piece);
}

/** The letters that compose to Hangul syllables, in every form that compatibility decomposition produces. */
function jamo(): [lead: string, vowel: string, tail: string] {
  const forms: [string, string, string] = ["\\u1100-\\u1112", "\\u1161-\\u1175", "\\u11a8-\\u11c2"];
  for (const [first, last] of [
    [0x3131, 0x3163],
    [0xffa1, 0xffdc],
  ] as const) {
    for (let point = first; point <= last; point++) {
      const form = String.fromCodePoint(point);
      const letter = form.normalize("NFKD").codePointAt(0) ?? 0;
      const part = letter <= 0x1112 ? 0 : letter <= 0x1175 ? 1 : 2;
      if (letter >= 0x1100 && letter <= 0x11c2) forms[part] += form;
    }
  }
  return forms;
}
