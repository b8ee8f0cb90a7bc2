import { worstTexts } from "./worst-texts";

/** Quadratic work grows by the square of the size; caches and garbage collection make linear work grow a few times more. */
const generosity = 5;
/** What takes less CPU time than this for a text of `size` characters is mostly noise, in milliseconds. */
const negligibleMs = (size: number) => Math.max(50, size / 5000);

interface Sizes {
  small: number;
  large: number;
}

/** Each kind is tried in two sizes, to measure its growth. */
const sizes: Sizes = { small: 8_000, large: 64_000 };
/** Kinds that are tried with many characters. */
const largeSizes: Sizes = { small: 32_000, large: 500_000 };
const largeKinds = new Set([
  ...["stacked marks", "letters with marks", "one long word", "many words", "opening brackets", "table cells"],
  ...["list items", "variables", "line breaks", "NULs", "emoji joiners"],
]);
const megabyte: Sizes = { small: 64_000, large: 1_000_000 };

/** Generators of texts, or of messages with many parts, of about `size` characters. */
type Makers<Made> = Readonly<Record<string, (size: number) => Made>>;

/** The worst texts for which `work` takes longer than linear time, with the times for both sizes. */
export function slowTexts(work: (text: string) => unknown): string[] {
  return Object.entries(worstTexts).flatMap(([kind, make]) =>
    slowKind(kind, { work, make, sizes: largeKinds.has(kind) ? largeSizes : sizes }),
  );
}

/** The same for messages that contain a million characters in many parts. */
export function slowMessages<Made>(work: (made: Made) => unknown, makers: Makers<Made>): string[] {
  return Object.entries(makers).flatMap(([kind, make]) => slowKind(kind, { work, make, sizes: megabyte }));
}

interface Trial<Made> {
  work: (made: Made) => unknown;
  make: (size: number) => Made;
  sizes: Sizes;
}

/** Compares the sizes up to three times: other load on the machine slows down one of the runs, but not always the same. */
function slowKind<Made>(kind: string, { work, make, sizes: { small, large } }: Trial<Made>): string[] {
  let found: string[] = [];
  for (let tries = 0; tries < 3; tries++) {
    // Results may be cached: no run gets what another one had.
    const inputs = [small - 1000, small, large].map((size) => make(size - tries * 60));
    const [, before = 0, after = 0] = inputs.map((made) => processorTime(() => work(made)));
    if (after <= Math.max(negligibleMs(large), (before * large * generosity) / small)) return [];
    found = [`${kind}: ${Math.round(after)} ms for ${large}, ${before.toFixed(1)} ms for ${small}`];
  }
  return found;
}

/** The CPU time of this thread in milliseconds. */
export function processorTime(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
