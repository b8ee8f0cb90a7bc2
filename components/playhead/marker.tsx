"use client";

import { parseAsString, useQueryState } from "nuqs";
import { createContext, type ReactNode, use, useMemo } from "react";
import type { Event } from "@/lib/events/event";

/** A second moment, which the playhead's is compared with. */
export interface Marker {
  /** Index of the last event that has happened there; null where none is set. */
  index: number | null;
  /** The link named an event that this conversation does not hold. */
  strayEventId: string | null;
  /** Sets the marker right after the event at `index`, or takes it away where it stands already. */
  toggleAt: (index: number) => void;
  remove: () => void;
}

const MarkerContext = createContext<Marker | null>(null);

/** Keeps the marker in the URL beside the playhead (`?event={id}&marker={id}`), so that a link opens with the same difference. */
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
