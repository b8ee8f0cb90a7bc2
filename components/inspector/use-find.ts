"use client";

import { useSearchParams } from "next/navigation";
import { parseAsString, throttle, useQueryState } from "nuqs";
import { useDeferredValue, useEffect, useLayoutEffect, useMemo, useState } from "react";
import { findEvents, readForFinding } from "@/components/timeline/find-events";
import { inSlices } from "@/components/ui/in-slices";
import { takeEarlyText } from "@/components/ui/keys/early-keys";
import type { Event } from "@/lib/events/event";

export interface Find {
  isOpen: boolean;
  /** Opened by the user rather than by a link: then the input is focused. */
  isAskedFor: boolean;
  /** The input's value. */
  text: string;
  /** The query of `hits`: `text`, deferred. */
  query: string;
  hits: readonly Event[];
  /** Index of the current hit in `hits`; -1 if there are none. */
  place: number;
  hitId: string | null;
  open: () => void;
  close: () => void;
  search: (query: string) => void;
  step: (by: 1 | -1) => void;
}

/**
 * Find in the conversation: opened by `⌘F`, `Ctrl+F` or `/` anywhere on the page except in the inbox's list, and by a link with
 * `?find={words}`. The current hit is the one at the playhead, until the user steps to another.
 */
export function useFind(events: readonly Event[]): Find {
  const [text, setText] = useQueryState("find", words);
  const [isAskedFor, setAskedFor] = useState(false);
  const query = useDeferredValue(text ?? "");
  const hits = useMemo(() => findEvents(events, query), [events, query]);
  const [chosenId, choose] = useHitAtPlayhead();
  const isOpen = text !== null;
  useEffect(() => (isOpen ? inSlices(readForFinding(events), () => undefined) : undefined), [isOpen, events]);
  const chosen = hits.findIndex(({ id }) => id === chosenId);
  const place = hits.length === 0 ? -1 : Math.max(chosen, 0);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!asksToFind(event)) return;
      event.preventDefault();
      setAskedFor(true);
      void setText((before) => before ?? "");
    };
    // Runs before the inbox's search handles the key.
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, [setText]);

  // Runs before the playhead handles letters typed into the search.
  useLayoutEffect(() => {
    const typed = takeEarlyText(asksToFind);
    if (typed === null) return;
    setAskedFor(true);
    void setText(typed);
  }, [setText]);

  return {
    isOpen: text !== null,
    isAskedFor,
    text: text ?? "",
    query,
    hits,
    place,
    hitId: hits[place]?.id ?? null,
    open: () => {
      setAskedFor(true);
      void setText((before) => before ?? "");
    },
    close: () => {
      setAskedFor(false);
      void setText(null);
    },
    search: (wanted) => {
      void setText(wanted);
      choose(null);
    },
    step: (by) => choose(hits[(place + by + hits.length) % hits.length]?.id ?? null),
  };
}

/** The last selected event: by a step, or by moving the playhead (`?event={id}`) to it. */
function useHitAtPlayhead() {
  const playheadId = useSearchParams().get("event");
  const [chosenId, choose] = useState(playheadId);
  const [followed, setFollowed] = useState(playheadId);
  if (followed !== playheadId) {
    setFollowed(playheadId);
    if (playheadId !== null) choose(playheadId);
  }
  return [chosenId, choose] as const;
}

const words = parseAsString.withOptions({ history: "replace", shallow: true, limitUrlUpdates: throttle(300) });

const ownSearch = 'input, textarea, select, [contenteditable="true"], section[aria-label="Conversations"]';

function asksToFind({ key, metaKey, ctrlKey, altKey, target }: KeyboardEvent): boolean {
  if (altKey) return false;
  if (key === "f" && (metaKey || ctrlKey)) return true;
  return key === "/" && !metaKey && !ctrlKey && !(target instanceof Element && target.closest(ownSearch) !== null);
}
