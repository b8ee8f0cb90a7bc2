"use client";

import { useCallback, useEffect, useState } from "react";
import { type InboxFilters, mergeFilters } from "@/components/list-state/use-inbox-filters";
import { formatFilters } from "@/lib/filter-text/format-filters";
import { parseFilterText } from "@/lib/filter-text/parse-filter-text";
import type { Problem } from "@/lib/filter-text/problem";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { readSearch, textOfWords, withWords } from "./search-words";

const typingPauseMs = 250;

export interface SearchText {
  text: string;
  /** Position of the text cursor. */
  caret: number;
  /** Whether the text contains all filters; otherwise only words, and filters are chips. */
  isWhole: boolean;
  setWhole: (isWhole: boolean) => void;
  /** The problems, except in a term that is still being typed. */
  problems: readonly Problem[];
  write: (text: string, caret: number) => void;
  /** `of` is the text that the cursor refers to: the call is ignored if the text has been replaced. */
  moveCaret: (caret: number, of: string) => void;
  /** Applies the valid parts, and shows all problems. */
  apply: () => void;
}

/**
 * The search box's text. Search words are applied while typing, after a pause; a filter becomes a chip after a space. External
 * changes of the URL (back, a chip) are taken over, but not the delayed echo of changes sent from here, which would overwrite
 * newer typing.
 */
export function useSearchText({ filters, change }: Pick<InboxFilters, "filters" | "change">): SearchText {
  const [isWhole, setIsWhole] = useState(false);
  const inUrl = isWhole ? formatFilters(filters) : textOfWords(filters);
  const [{ text, caret }, setTyped] = useState({ text: inUrl, caret: inUrl.length });
  const [seen, setSeen] = useState(inUrl);
  const [sent, setSent] = useState<readonly string[]>([]);
  const [isApplied, setApplied] = useState(false);

  if (inUrl !== seen) {
    setSeen(inUrl);
    // Earlier echoes are dropped.
    setSent(sent.slice(sent.indexOf(inUrl) + 1 || sent.length));
    if (!sent.includes(inUrl) && inUrl !== meant(text, isWhole)) setTyped({ text: inUrl, caret: inUrl.length });
  }
  const isSending = useCallback((coming: string) => setSent((before) => [...before, coming]), []);
  useWordsInUrl({ isWhole, text, inUrl, change, isSending });

  function take(typed: string, isDone: Parameters<typeof readSearch>[1]): string {
    const { terms, hasTerms, words, rest } = readSearch(typed, isDone);
    if (hasTerms && textOfWords(words) !== inUrl) isSending(textOfWords(words));
    if (hasTerms) change((now) => ({ ...mergeFilters(now, given(terms)), ...withWords(now, words, terms.q) }));
    return rest;
  }

  function apply() {
    setApplied(true);
    if (isWhole) {
      const read = parseFilterText(text);
      if (read.problems.length === 0) change(read.filters);
      return;
    }
    const rest = take(text, () => true);
    if (rest !== text) return setTyped({ text: rest, caret: rest.length });
    const { words } = readSearch(text, () => true);
    if (textOfWords(words) !== textOfWords(filters)) change((now) => withWords(now, words));
  }

  /** Valid terms become chips; invalid ones stay in the box to be corrected. */
  function leaveWhole() {
    const { filters: understood } = parseFilterText(text);
    const { rest } = readSearch(text, () => true);
    change(understood);
    setIsWhole(false);
    setSeen(textOfWords(understood));
    setTyped({ text: rest, caret: rest.length });
    setApplied(true);
  }

  return {
    text,
    caret,
    isWhole,
    setWhole: (next) => {
      if (!next && parseFilterText(text).problems.length > 0) return leaveWhole();
      const written = next ? formatFilters(filters) : textOfWords(filters);
      setIsWhole(next);
      setSeen(written);
      setTyped({ text: written, caret: written.length });
      setApplied(false);
    },
    problems: parseFilterText(text).problems.filter(({ at }) => isApplied || caret < at.start || caret > at.end),
    write: (typed, place) => {
      setApplied(false);
      const rest = isWhole ? typed : take(typed, ({ end }) => end < place);
      setTyped(rest === typed ? { text: typed, caret: place } : { text: rest, caret: rest.length });
    },
    moveCaret: (place, of) =>
      setTyped((before) => (before.caret === place || before.text !== of ? before : { ...before, caret: place })),
    apply,
  };
}

interface WordsInUrl extends Pick<InboxFilters, "change"> {
  isWhole: boolean;
  text: string;
  inUrl: string;
  /** Called with the words that the URL will contain. */
  isSending: (coming: string) => void;
}

/** Applies the typed words to the URL, after a pause. */
function useWordsInUrl({ isWhole, text, inUrl, change, isSending }: WordsInUrl): void {
  useEffect(() => {
    if (isWhole || meant(text, false) === inUrl) return;
    const timer = setTimeout(() => {
      isSending(meant(text, false));
      change((now) => withWords(now, readSearch(text, () => false).words), { replace: true });
    }, typingPauseMs);
    return () => clearTimeout(timer);
  }, [isWhole, text, inUrl, change, isSending]);
}

/** The text's words in the normal form used in the URL. */
function meant(text: string, isWhole: boolean): string {
  return isWhole ? formatFilters(parseFilterText(text).filters) : textOfWords(readSearch(text, () => false).words);
}

/** The active filters. */
function given(filters: ConversationFilters): Partial<ConversationFilters> {
  const set = Object.entries(filters).filter(([, value]) => value !== null && value.length > 0);
  return Object.fromEntries(set);
}
