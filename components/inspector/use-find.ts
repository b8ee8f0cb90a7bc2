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
  /** It was opened here, not by a link: then its input takes the focus. */
  isAskedFor: boolean;
  /** What the input holds. */
  text: string;
  /** What `hits` are of: `text`, a moment later. */
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

/**
 * Find in the conversation: `⌘F`, `Ctrl+F` or `/` opens it anywhere on the page but in the inbox's list, and so does a link with
 * `?find={words}`. The current hit is the one at the playhead, until one steps on.
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
    // Before the inbox's own search takes the key.
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, [setText]);

  // Before the playhead takes the letters that were typed into the search.
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

/** The event that was chosen last: by a step, or by moving the playhead (`?event={id}`) onto it. */
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
