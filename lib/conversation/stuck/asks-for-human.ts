import { foldForSearch } from "@/lib/search/fold-for-search";
import { humanPhrases } from "./human-phrases";

/** Words that may be between "talk to" and "person". */
const between = 3;

interface Phrases {
  alone: ReadonlySet<string>;
  polite: ReadonlySet<string>;
  wants: readonly string[][];
  people: readonly string[][];
  never: readonly string[];
  anywhere: readonly string[];
}

const phrases: readonly Phrases[] = humanPhrases.map(
  ({ alone, polite = [], wants, people, never = [], anywhere = [] }) => ({
    alone: new Set(alone.map((phrase) => wordsOf(phrase).join(" "))),
    polite: new Set(polite.flatMap(wordsOf)),
    wants: wants.map(wordsOf),
    people: people.map(wordsOf),
    never: never.map((phrase) => ` ${wordsOf(phrase).join(" ")} `),
    anywhere: anywhere.map(foldForSearch),
  }),
);

/** Whether a text asks for a human, in any of the languages: ./human-phrases.ts. */
export function asksForHuman(text: string): boolean {
  const words = wordsOf(text);
  const line = words.join(" ");
  return phrases.some(({ alone, polite, wants, people, never, anywhere }) => {
    if (never.some((phrase) => ` ${line} `.includes(phrase))) return false;
    const rest = words.filter((word) => !polite.has(word));
    if (alone.has(rest.join(" ")) || anywhere.some((phrase) => line.includes(phrase))) return true;
    return words.some((_, place) =>
      wants.some((want) => isAt(words, place, want) && isNear(words, place, want, people)),
    );
  });
}

function isNear(words: readonly string[], place: number, want: readonly string[], people: readonly string[][]) {
  const start = place + want.length;
  for (let next = start; next <= start + between; next += 1) {
    if (people.some((person) => isAt(words, next, person))) return true;
  }
  return false;
}

function isAt(words: readonly string[], place: number, phrase: readonly string[]): boolean {
  return phrase.every((word, index) => words[place + index] === word);
}

function wordsOf(text: string): string[] {
  return foldForSearch(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
