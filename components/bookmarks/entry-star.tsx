"use client";

import { Star } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import type { Event } from "@/lib/events/event";
import { useBookmarks } from "./bookmarks-context";

/** Toggles an event's bookmark; visible if set, otherwise on hover and focus. */
export function EntryStar({ event }: { event: Event }) {
  const { idOf, toggle } = useBookmarks();
  const { key } = event.envelope.conversation;
  const isKept = idOf(key, event.id) !== undefined;
  return (
    <button
      type="button"
      aria-label="Bookmark this event"
      aria-pressed={isKept}
      title={isKept ? "Remove the bookmark" : "Bookmark this event"}
      onClick={() => toggle(key, event.id)}
      className={classNames(
        "inline-flex size-6 shrink-0 items-center justify-center rounded transition-opacity print:hidden",
        "group-hover/entry:opacity-100 group-focus-within/entry:opacity-100 hover:bg-hover focus-visible:opacity-100",
        isKept ? "text-text" : "text-faint opacity-0 hover:text-text coarse:opacity-60",
      )}
    >
      <Star aria-hidden="true" className={classNames("size-3.5", isKept && "fill-current")} />
    </button>
  );
}
