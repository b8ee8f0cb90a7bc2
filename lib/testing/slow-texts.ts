import { worstTexts } from "./worst-texts";

/** So much processor time is allowed for a text of a million characters, on a machine as fast as the baseline says. */
const allowedMs = 100;
/** Optimisation, garbage collection and a machine that does other work blur the measure. */
const generosity = 4;
/** Each kind is tried in two sizes, so that its growth shows. */
const sizes = [8_000, 64_000];
/** Of these kinds a whole million, for all kinds of work; the others follow from what they cost so far. */
const wholeSizes = [64_000, 1_000_000];
const wholeKinds = new Set([
  ...["stacked marks", "letters with marks", "one long word", "many words", "opening brackets", "table cells"],
  ...["list items", "variables", "line breaks", "NULs", "emoji joiners"],
]);

/** Texts by what they are made of, or messages that hold many of something, of about `size` characters. */
type Makers<Made> = Readonly<Record<string, (size: number) => Made>>;

/**
 * The worst texts for which `work` takes too long, or longer than its size explains. Sizes grow in steps, so that what is
 * quadratic is found before it takes minutes.
 */
export function slowTexts(work: (text: string) => unknown): string[] {
  return Object.entries(worstTexts).flatMap(([kind, make]) =>
    slowKind(kind, { work, make, sizes: wholeKinds.has(kind) ? wholeSizes : sizes }),
  );
}

/** The same for messages that hold a million characters in many pieces. */
export function slowMessages<Made>(work: (made: Made) => unknown, makers: Makers<Made>): string[] {
  return Object.entries(makers).flatMap(([kind, make]) => slowKind(kind, { work, make, sizes: wholeSizes }));
}

interface Trial<Made> {
  work: (made: Made) => unknown;
  make: (size: number) => Made;
  sizes: readonly number[];
}

function slowKind<Made>(kind: string, { work, make, sizes }: Trial<Made>): string[] {
  const limit = allowedMs * generosity * slowness();
  let before: { size: number; ms: number } | null = null;
  for (const size of sizes) {
    const byGrowth = before === null ? 0 : (before.ms * size * generosity) / before.size;
    const allowed = Math.min(limit, Math.max(byGrowth, (limit * size) / 1_000_000, limit / 4));
    const made = make(size);
    const taken = leastTime(() => work(made), allowed);
    if (taken > allowed) return [`${kind}: ${Math.round(taken)} ms for ${size}`];
    before = { size, ms: taken };
  }
  return [];
}

/** The least of up to three times, as soon as one is small enough. */
function leastTime(work: () => unknown, enough: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && least > enough; tries++) least = Math.min(least, processorTime(work));
  return least;
}

/** How much slower than a machine of today this one is at present. */
function slowness(): number {
  const text = "a fixed text, gone through letter by letter ".repeat(20_000);
  const taken = leastTime(() => {
    let sum = 0;
    for (let place = 0; place < text.length; place++) sum = (sum * 31 + text.charCodeAt(place)) | 0;
    return sum;
  }, 0);
  return Math.max(1, taken / 1.5);
}

/** Of this thread alone, in milliseconds. */
export function processorTime(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
