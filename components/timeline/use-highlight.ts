"use client";

import { type RefObject, useEffect } from "react";

const name = "playhead-find";

/** Marks `query` in the text that is on the page, without touching the rows that drew it. Runs after every drawing. */
export function useHighlight(container: RefObject<HTMLElement | null>, query: string): void {
  useEffect(() => {
    // Browsers without the Highlight API still step through the hits.
    if (!("highlights" in CSS)) return;
    const needle = query.trim().toLowerCase();
    if (!container.current || needle === "") {
      CSS.highlights.delete(name);
      return;
    }
    CSS.highlights.set(name, new Highlight(...rangesOf(container.current, needle)));
  });

  useEffect(
    () => () => {
      if ("highlights" in CSS) CSS.highlights.delete(name);
    },
    [],
  );
}

function rangesOf(container: HTMLElement, needle: string): Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.nodeValue ?? "").toLowerCase();
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + needle.length);
      ranges.push(range);
    }
  }
  return ranges;
}
