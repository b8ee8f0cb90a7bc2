import { worstTexts } from "./worst-texts";

/** Allowed CPU time for a text of a million characters, on a machine with the baseline's speed. */
const allowedMs = 100;
/** A margin for optimization, garbage collection and other load. */
const generosity = 4;
/** Each kind is tried in two sizes, to measure its growth. */
const sizes = [8_000, 64_000];
/** Kinds that are always tried with a million characters; others are extrapolated. */
const wholeSizes = [64_000, 1_000_000];
const wholeKinds = new Set([
  ...["stacked marks", "letters with marks", "one long word", "many words", "opening brackets", "table cells"],
  ...["list items", "variables", "line breaks", "NULs", "emoji joiners"],
]);

/** Generators of texts, or of messages with many parts, of about `size` characters. */
type Makers<Made> = Readonly<Record<string, (size: number) => Made>>;

/**
 * The worst texts for which `work` takes too long, or longer than linear. Sizes grow in steps, so that quadratic cases are found
 * before they take minutes.
 */
export function slowTexts(work: (text: string) => unknown): string[] {
  return Object.entries(worstTexts).flatMap(([kind, make]) =>
    slowKind(kind, { work, make, sizes: wholeKinds.has(kind) ? wholeSizes : sizes }),
  );
}

/** The same for messages that contain a million characters in many parts. */
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

/** The minimum of up to three runs, stopping at the first one below `enough`. */
function leastTime(work: () => unknown, enough: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && least > enough; tries++) least = Math.min(least, processorTime(work));
  return least;
}

/** How much slower this machine currently is than the baseline. */
function slowness(): number {
  const text = "a fixed text, gone through letter by letter ".repeat(20_000);
  const taken = leastTime(() => {
    let sum = 0;
    for (let place = 0; place < text.length; place++) sum = (sum * 31 + text.charCodeAt(place)) | 0;
    return sum;
  }, 0);
  return Math.max(1, taken / 1.5);
}

/** The CPU time of this thread in milliseconds. */
export function processorTime(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
