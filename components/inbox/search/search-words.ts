import { formatFilters } from "@/lib/filter-text/format-filters";
import { type FilterText, parseFilterText } from "@/lib/filter-text/parse-filter-text";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";

type Token = FilterText["tokens"][number];

/** The part of the filters that the search box shows as text; everything else is a chip. */
export type Words = Pick<ConversationFilters, "q" | "q.all">;

export interface SearchRead {
  /** Filters written as terms. */
  terms: ConversationFilters;
  hasTerms: boolean;
  /** The search words in the remaining text. */
  words: Words;
  /** The text without the terms. */
  rest: string;
}

/** The words shown in the box. Alternatives (several texts of which any may occur) are a chip. */
export function wordsOf({ q, "q.all": all }: Words): Words {
  return q.length === 1 && all.length === 0 ? { q, "q.all": [] } : { q: [], "q.all": all };
}

/** Formats the words as text for the box. */
export function textOfWords(words: Words): string {
  return formatFilters({ ...noFilters, ...wordsOf(words) });
}

/**
 * The filters' words with the box's words replaced; alternatives are kept.
 *
 * @param texts alternatives to add
 */
export function withWords(filters: Words, words: Words, texts: readonly string[] = []): Words {
  const isChip = wordsOf(filters).q !== filters.q && filters.q.length > 0;
  const any = [...new Set([...(isChip ? filters.q : []), ...texts])];
  return any.length > 0 ? { q: any, "q.all": [...words.q, ...words["q.all"]] } : words;
}

/**
 * Extracts filters from typed text. A term with a problem stays in the text to be corrected.
 *
 * @param isDone whether a term is complete
 */
export function readSearch(text: string, isDone: (token: Token) => boolean): SearchRead {
  const { tokens, problems } = parseFilterText(text);
  const isSound = ({ start, end }: Token) => problems.every(({ at }) => at.end < start || at.start > end);
  const isTerm = (token: Token) => (token.subject !== null || token.isNegative) && isSound(token) && isDone(token);
  const written = (some: readonly Token[]) => some.map(({ start, end }) => text.slice(start, end)).join(" ");

  const terms = tokens.filter(isTerm);
  const words = tokens.filter((token) => token.subject === null && !token.isNegative && isSound(token));
  const { q, "q.all": all } = parseFilterText(written(words)).filters;
  return {
    terms: parseFilterText(written(terms)).filters,
    hasTerms: terms.length > 0,
    words: { q, "q.all": all },
    rest: terms.length === 0 ? text : without(text, terms),
  };
}

function without(text: string, tokens: readonly Token[]): string {
  const kept = tokens.toReversed().reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
  return kept.trim() === "" ? "" : `${kept.replace(/\s+/g, " ").trim()}${/\s$/.test(kept) ? " " : ""}`;
}
