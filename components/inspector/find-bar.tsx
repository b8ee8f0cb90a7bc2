"use client";

import { Braces, ChevronDown, ChevronUp, Search, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useRawDrawer } from "@/components/raw/raw-drawer";
import { IconButton } from "@/components/ui/icon-button";
import type { Find } from "./use-find";

/** Finds text in all received data, and steps through the matching events. */
export function FindBar({ find }: { find: Find }) {
  const { show } = useRawDrawer();
  const input = useRef<HTMLInputElement>(null);
  const { hitId, isAskedFor } = find;
  useEffect(() => {
    if (isAskedFor) input.current?.focus();
  }, [isAskedFor]);

  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") find.close();
    else if (event.key === "Enter") find.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };

  return (
    <search
      aria-label="Find in this conversation"
      className="flex shrink-0 items-center gap-1 border-b border-line bg-pane px-3 py-1 sm:px-4"
      onKeyDown={keys}
    >
      <Search aria-hidden="true" className="size-4 shrink-0 text-faint" />
      <input
        ref={input}
        type="text"
        aria-label="Find in this conversation"
        placeholder="Text, answers, variables, raw data"
        value={find.text}
        onChange={(change) => find.search(change.target.value)}
        className="h-8 min-w-0 flex-1 bg-transparent px-1.5 text-base outline-none"
      />
      <output className="tabular shrink-0 px-1 text-xs text-muted">
        {find.query.trim() !== "" &&
          (find.hits.length === 0 ? "No matches" : `${find.place + 1} of ${find.hits.length}`)}
      </output>
      <IconButton label="Previous match" disabled={hitId === null} onClick={() => find.step(-1)}>
        <ChevronUp />
      </IconButton>
      <IconButton label="Next match" disabled={hitId === null} onClick={() => find.step(1)}>
        <ChevronDown />
      </IconButton>
      {show && (
        <IconButton
          label="Show the match as received"
          disabled={hitId === null}
          onClick={() => hitId !== null && show(hitId)}
        >
          <Braces />
        </IconButton>
      )}
      <IconButton label="Close" onClick={find.close}>
        <X />
      </IconButton>
    </search>
  );
}
