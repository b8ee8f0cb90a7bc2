import { processorTime } from "@/lib/testing/texts/slow-texts";
import { textSubjects } from "@/lib/testing/texts/text-subjects";
import { worstTexts } from "@/lib/testing/texts/worst-texts";
import type { Figure } from "./figure";
import { median } from "./statistics";

const size = 1_000_000;
const rounds = 3;
/** How many of the slowest functions are printed. */
const mostPrinted = 5;

/** The functions that take the longest for a text of a million characters, each with its worst text. */
export async function measureWorstTexts(): Promise<Figure[]> {
  const scanMs = median(Array.from({ length: rounds + 1 }, () => processorTime(scan)));
  return Object.entries(textSubjects)
    .map(([name, work]) => ({ name, ...slowestText(work) }))
    .sort((one, other) => other.ms - one.ms)
    .slice(0, mostPrinted)
    .map(({ name, kind, ms }) => ({
      name: `${name}, ${kind}`,
      value: ms,
      unit: "ms",
      baseline: { name: "ms for reading its letters one by one", value: scanMs },
      wanted: null,
      alsoWanted: { atMost: 100, from: 0 },
    }));
}

function slowestText(work: (text: string) => unknown): { kind: string; ms: number } {
  let slowest = { kind: "", ms: 0 };
  for (const [kind, make] of Object.entries(worstTexts)) {
    // Results may be cached: each run gets another text.
    const texts = Array.from({ length: rounds }, (_, round) => make(size - round * 60));
    const ms = median(texts.map((text) => processorTime(() => work(text))));
    if (ms > slowest.ms) slowest = { kind, ms };
  }
  return slowest;
}

function scan(): number {
  const text = "a text of many letters ".repeat(size / 23);
  let sum = 0;
  for (let place = 0; place < text.length; place++) sum = (sum * 31 + text.charCodeAt(place)) | 0;
  return sum;
}
