import type { ConversationFilters } from "./conversation-filters";
import { longestSearches, mostSearches } from "./definitions/text/q";

/** The names of the filters of texts that are searched for. */
export const searchNames = [
  "q",
  "q.all",
  "-q",
  "said",
  "said.all",
  "-said",
  "botSaid",
  "botSaid.all",
  "-botSaid",
  "agentSaid",
  "agentSaid.all",
  "-agentSaid",
  "note",
  "note.all",
  "-note",
] as const;

/** All search texts. */
export function searchesOf(filters: Pick<ConversationFilters, (typeof searchNames)[number]>): string[] {
  return searchNames.flatMap((name) => filters[name]);
}

/** Why these texts cannot be searched for together; null if they can. */
export function searchProblem(searches: readonly string[]): string | null {
  if (searches.length > mostSearches) {
    return `A search can have at most ${mostSearches} words or phrases. Remove some.`;
  }
  const length = searches.reduce((total, text) => total + text.length, 0);
  return length > longestSearches
    ? `The search words are longer than ${longestSearches} characters in all. Shorten them.`
    : null;
}
