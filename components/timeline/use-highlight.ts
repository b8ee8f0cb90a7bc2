"use client";

import { type RefObject, useEffect } from "react";
import { findMatches } from "@/lib/search/find-matches";

const name = "playhead-find";

/** Highlights `query` in the rendered text, without rendering rows again. Runs after every render. */
export function useHighlight(container: RefObject<HTMLElement | null>, query: string): void {
  useEffect(() => {
    // Browsers without the Highlight API can still step through the matches.
    if (!("highlights" in CSS)) return;
    if (!container.current || query.trim() === "") {
      CSS.highlights.delete(name);
      return;
    }
    CSS.highlights.set(name, new Highlight(...rangesOf(container.current, query)));
  });

  useEffect(
    () => () => {
      if ("highlights" in CSS) CSS.highlights.delete(name);
    },
    [],
  );
}

function rangesOf(container: HTMLElement, query: string): Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { start, end } of findMatches(node.nodeValue ?? "", [query])) {
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
  return ranges;
}
