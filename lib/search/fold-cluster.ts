import { isEmoji } from "./cluster-at";
import { isAccent, lookAlikes, ownLetters, stroked } from "./look-alikes";

/** The normalized form of a cluster. */
export interface FoldedCluster {
  plain: string;
  /** For each UTF-16 unit of `plain`, the accents of its letter, "" if it has none; null if no letter has any. */
  accents: readonly string[] | null;
}

const known = new Map<string, FoldedCluster>();
const maxKnown = 20_000;

/** Invisible characters, the tatweel, which only widens a word, and NUL, which Postgres rejects. */
const ignored = /[\p{DI}\u0640\0]/gu;

/** Normalizes a cluster (see `clusterAt`). */
export function foldCluster(cluster: string): FoldedCluster {
  const found = known.get(cluster);
  if (found !== undefined) return found;
  const folded = fold(cluster);
  if (known.size >= maxKnown) known.clear();
  known.set(cluster, folded);
  return folded;
}

interface Letter {
  plain: string;
  accents: string;
}

function fold(cluster: string): FoldedCluster {
  const letters: Letter[] = [];
  for (const point of decomposed(cluster)) {
    const last = letters.at(-1);
    if (isAccent(point)) addAccent(last, point);
    else for (const letter of lettersOf(point)) if (last === undefined || !compose(last, letter)) letters.push(letter);
  }
  const plain = letters.map((letter) => letter.plain).join("");
  if (letters.every((letter) => letter.accents === "")) return { plain, accents: null };
  return { plain, accents: letters.flatMap((letter) => Array(letter.plain.length).fill(codeOf(letter.accents))) };
}

function decomposed(cluster: string): string {
  if (isEmoji(cluster)) return flagOf(cluster) ?? cluster.replace(/[\ufe0e\ufe0f]/g, "").normalize("NFKD");
  const visible = cluster.replace(ignored, "");
  const [base = ""] = visible;
  const marks = visible.slice(base.length);
  const similar = lookAlikes.get(base);
  if (similar !== undefined) return similar + marks;
  const apart = visible.normalize("NFKD");
  // A spacing accent decomposes to a space and a mark, but counts as neither.
  if (/^ \p{M}/u.test(base.normalize("NFKD"))) return base;
  return apart.replace(ignored, "").replace(ownLetters, (letter) => letter.normalize("NFC"));
}

/** A code point for each flag, so that the inner halves of two adjacent flags do not match. */
function flagOf(cluster: string): string | null {
  if (!/\p{RI}/u.test(cluster)) return null;
  const [first = 0, second = 0] = [...cluster].map((half) => (half.codePointAt(0) ?? 0) - 0x1f1e6);
  return String.fromCodePoint(0xf2000 + first * 26 + second);
}

function lettersOf(point: string): Letter[] {
  if (/\s/u.test(point)) return [{ plain: " ", accents: "" }];
  // Via upper case, which maps ß to SS and ſ to S; ẞ must become ß before.
  const lower = point.toLowerCase().toUpperCase().toLowerCase();
  return [...lower].flatMap((letter) => {
    const own = stroked.get(letter);
    if (own !== undefined) return { ...own };
    return [...(lookAlikes.get(letter) ?? letter)].map((similar) => ({ plain: similar, accents: "" }));
  });
}

function addAccent(letter: Letter | undefined, accent: string): void {
  if (letter === undefined || letter.plain === " ") return;
  // The dot of the Turkish İ, in lower case.
  if (accent === "\u0307" && letter.plain === "i" && letter.accents === "") return;
  letter.accents += accent;
}

/** Joins code points that compose to one character: か and its voicing mark, the parts of a Hangul syllable. */
function compose(last: Letter, { plain }: Letter): boolean {
  const composed = (last.plain + plain).normalize("NFC");
  if ([...composed].length !== 1) return false;
  last.plain = composed;
  return true;
}

/** One code point for all accents of a letter; a single accent stays itself. */
function codeOf(stacked: string): string {
  if (stacked.length <= 1) return stacked;
  let hash = 0;
  for (const accent of stacked) hash = (Math.imul(hash, 31) + (accent.codePointAt(0) ?? 0)) >>> 0;
  return String.fromCodePoint(0x100000 + (hash % 0xfff0));
}
