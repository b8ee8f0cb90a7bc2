"use client";

import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { findEvents } from "@/components/timeline/find-events";
import type { Event } from "@/lib/events/event";

export interface Find {
  isOpen: boolean;
  query: string;
  hits: readonly Event[];
  /** Place of the current hit in `hits`; -1 without hits. */
  place: number;
  hitId: string | null;
  open: () => void;
  close: () => void;
  search: (query: string) => void;
  step: (by: 1 | -1) => void;
}

/** Find in the conversation: `⌘F`, `Ctrl+F` or `/` opens it anywhere on the page but in the inbox's list. */
export function useFind(events: readonly Event[]): Find {
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const wanted = useDeferredValue(isOpen ? query : "");
  const hits = useMemo(() => findEvents(events, wanted), [events, wanted]);
  const place = hits.length === 0 ? -1 : Math.min(chosen, hits.length - 1);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!asksToFind(event)) return;
      event.preventDefault();
      setOpen(true);
    };
    // Before the inbox's own search takes the key.
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, []);

  return {
    isOpen,
    query: wanted,
    hits,
    place,
    hitId: hits[place]?.id ?? null,
    open: () => setOpen(true),
    close: () => setOpen(false),
    search: (text) => {
      setQuery(text);
      setChosen(0);
    },
    step: (by) => setChosen(hits.length === 0 ? 0 : (place + by + hits.length) % hits.length),
  };
}

const ownSearch = 'input, textarea, select, [contenteditable="true"], section[aria-label="Conversations"]';

function asksToFind({ key, metaKey, ctrlKey, altKey, target }: KeyboardEvent): boolean {
  if (altKey) return false;
  if (key === "f" && (metaKey || ctrlKey)) return true;
  return key === "/" && !metaKey && !ctrlKey && !(target instanceof Element && target.closest(ownSearch) !== null);
}
