import { worstTexts } from "./worst-texts";

/** So much processor time is allowed for a text of a million characters, on a machine as fast as the baseline says. */
const allowedMs = 100;
/** Optimisation, garbage collection and a machine that does other work blur the measure. */
const generosity = 4;
const sizes = [8_000, 64_000];
/** Of a few kinds the whole million as well, where a stack or a buffer may end. The others follow from what they cost so far. */
const wholeKinds = ["stacked marks", "line breaks", "opening brackets"];

/**
 * The worst texts for which `work` takes too long, or longer than its size explains. Sizes grow in steps, so that what is
 * quadratic is found before it takes minutes.
 */
export function slowTexts(
  work: (text: string) => unknown,
  kinds: readonly string[] = Object.keys(worstTexts),
): string[] {
  const limit = allowedMs * generosity * slowness();
  return kinds.flatMap((kind) => {
    const make = worstTexts[kind];
    if (make === undefined) throw new Error(`There are no texts of ${kind}.`);
    let before: number | null = null;
    for (const size of wholeKinds.includes(kind) ? [...sizes, 1_000_000] : sizes) {
      const allowed = Math.max(before === null ? 0 : before * 8 * generosity, (limit * size) / 1_000_000, limit / 8);
      const taken = leastTime(() => work(make(size)), Math.min(limit, allowed));
      if (taken > Math.min(limit, allowed)) return [`${kind}: ${Math.round(taken)} ms for ${size}`];
      before = taken;
    }
    return [];
  });
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
function processorTime(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
