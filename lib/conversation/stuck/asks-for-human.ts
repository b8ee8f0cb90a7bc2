import { foldForSearch } from "@/lib/search/fold-for-search";
import { humanPhrases } from "./human-phrases";

/** Words that may be between "talk to" and "person". */
const between = 3;
/** Characters that are read. */
const longest = 1000;

type ByFirstWord = ReadonlyMap<string, readonly (readonly string[])[]>;

interface Phrases {
  alone: ReadonlySet<string>;
  polite: ReadonlySet<string>;
  wants: ByFirstWord;
  people: ByFirstWord;
  never: readonly string[];
  anywhere: readonly string[];
}

const phrases: readonly Phrases[] = humanPhrases.map(
  ({ alone, polite = [], wants, people, never = [], anywhere = [] }) => ({
    alone: new Set(alone.map((phrase) => wordsOf(phrase).join(" "))),
    polite: new Set(polite.flatMap(wordsOf)),
    wants: byFirstWord(wants),
    people: byFirstWord(people),
    never: never.map((phrase) => ` ${wordsOf(phrase).join(" ")} `),
    anywhere: anywhere.map(foldForSearch),
  }),
);

/** Whether a text asks for a human, in any of the languages: ./human-phrases.ts. */
export function asksForHuman(text: string): boolean {
  const words = wordsOf(text.slice(0, longest));
  const line = words.join(" ");
  return phrases.some((one) => asksIn(one, words, line) && !one.never.some((phrase) => ` ${line} `.includes(phrase)));
}

function asksIn({ alone, polite, wants, people, anywhere }: Phrases, words: readonly string[], line: string): boolean {
  if (anywhere.some((phrase) => line.includes(phrase))) return true;
  if (alone.has(words.filter((word) => !polite.has(word)).join(" "))) return true;
  return words.some((_, place) =>
    phrasesAt(wants, words, place).some((want) => {
      const start = place + want.length;
      return [...Array(between + 1).keys()].some((skipped) => phrasesAt(people, words, start + skipped).length > 0);
    }),
  );
}

/** The phrases that begin at a word. */
function phrasesAt(some: ByFirstWord, words: readonly string[], place: number): readonly (readonly string[])[] {
  const begun = some.get(words[place] ?? "");
  return begun?.filter((phrase) => phrase.every((word, index) => words[place + index] === word)) ?? [];
}

function byFirstWord(some: readonly string[]): ByFirstWord {
  return Map.groupBy(some.map(wordsOf), ([first = ""]) => first);
}

function wordsOf(text: string): string[] {
  return foldForSearch(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
