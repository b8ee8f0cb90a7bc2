"use client";

import { parseAsString, useQueryState } from "nuqs";
import { createContext, type ReactNode, use, useMemo } from "react";
import type { Event } from "@/lib/events/event";

/** A second moment to compare with the playhead. */
export interface Marker {
  /** Index of the marked event; null if none is set. */
  index: number | null;
  /** The event in the link, if it is not in this conversation. */
  strayEventId: string | null;
  /** Moves the marker to the event at `index`, or removes it if it is already there. */
  toggleAt: (index: number) => void;
  remove: () => void;
}

const MarkerContext = createContext<Marker | null>(null);

/** Stores the marker in the URL next to the playhead (`?event={id}&marker={id}`), so that a link shows the same comparison. */
export function MarkerProvider({ events, children }: { events: readonly Event[]; children: ReactNode }) {
  const [eventId, setEventId] = useQueryState("marker", parseAsString.withOptions({ history: "replace" }));
  const marker = useMemo(() => {
    const found = eventId === null ? -1 : events.findIndex((event) => event.id === eventId);
    const index = found === -1 ? null : found;
    return {
      index,
      strayEventId: eventId !== null && index === null ? eventId : null,
      toggleAt: (target: number) => void setEventId(target === index ? null : (events[target]?.id ?? null)),
      remove: () => void setEventId(null),
    };
  }, [events, eventId, setEventId]);
  return <MarkerContext value={marker}>{children}</MarkerContext>;
}

export function useMarker(): Marker {
  const marker = use(MarkerContext);
  if (!marker) throw new Error("useMarker is used outside MarkerProvider");
  return marker;
}
