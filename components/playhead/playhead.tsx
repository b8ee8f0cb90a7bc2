"use client";

import { parseAsString, throttle, useQueryState } from "nuqs";
import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useState } from "react";
import type { Event } from "@/lib/events/event";
import { MarkerProvider } from "./marker";

/** The moment that the page shows. */
export interface Playhead {
  /** Index of the last event at that moment; -1 in a conversation without events. */
  index: number;
  /** At the end: new events move the playhead along. */
  atNow: boolean;
  /** The event in the link, if it is not in this conversation. */
  strayEventId: string | null;
  /** It is playing or being dragged. */
  isMoving: boolean;
}

export interface PlayheadControls {
  moveTo: (index: number) => void;
  /** Jumps to an event, for example a value's cause, and adds a history entry for the browser's Back button. */
  moveToEvent: (eventId: string) => void;
  backToNow: () => void;
  setMoving: (isMoving: boolean) => void;
}

const PlayheadContext = createContext<Playhead | null>(null);
const ControlsContext = createContext<PlayheadControls | null>(null);

interface PlayheadProviderProps {
  events: readonly Event[];
  children: ReactNode;
}

/**
 * Stores the playhead in the URL (`?event={id}`), so that a link opens at the same moment. Moving it makes no request; URL
 * updates are throttled, since browsers limit them.
 */
export function PlayheadProvider({ events, children }: PlayheadProviderProps) {
  const [eventId, setEventId] = useQueryState("event", moment);
  const [isMoving, setMoving] = useState(false);
  const indexes = useMemo(() => new Map(events.map((event, index) => [event.id, index])), [events]);
  const last = events.length - 1;
  const index = eventId === null ? last : (indexes.get(eventId) ?? last);

  const playhead = useMemo(
    () => ({
      index,
      atNow: index === last,
      strayEventId: eventId !== null && events.length > 0 && !indexes.has(eventId) ? eventId : null,
      isMoving,
    }),
    [index, last, eventId, indexes, events.length, isMoving],
  );

  const latest = useRef(events);
  latest.current = events;
  const move = useCallback(
    (target: number, history: "replace" | "push") => {
      const end = latest.current.length - 1;
      const event = latest.current[Math.max(0, Math.min(end, target))];
      void setEventId(event && target < end ? event.id : null, { history });
    },
    [setEventId],
  );
  const controls = useMemo(
    () => ({
      moveTo: (target: number) => move(target, "replace"),
      moveToEvent: (id: string) => {
        const target = latest.current.findIndex((event) => event.id === id);
        if (target !== -1) move(target, "push");
      },
      backToNow: () => void setEventId(null),
      setMoving,
    }),
    [move, setEventId],
  );

  return (
    <ControlsContext value={controls}>
      <PlayheadContext value={playhead}>
        <MarkerProvider events={events}>{children}</MarkerProvider>
      </PlayheadContext>
    </ControlsContext>
  );
}

/** For entries shown outside their conversation: instead of moving the playhead, `open` navigates there. */
export function PlayheadElsewhere({ open, children }: { open: (eventId: string) => void; children: ReactNode }) {
  const controls = useMemo(
    () => ({ moveTo: () => {}, moveToEvent: open, backToNow: () => {}, setMoving: () => {} }),
    [open],
  );
  return <ControlsContext value={controls}>{children}</ControlsContext>;
}

export function usePlayhead(): Playhead {
  const playhead = use(PlayheadContext);
  if (!playhead) throw new Error("usePlayhead is used outside PlayheadProvider");
  return playhead;
}

/** Moves the playhead; the functions are stable, so that their users do not render at every step. */
export function usePlayheadControls(): PlayheadControls {
  const controls = use(ControlsContext);
  if (!controls) throw new Error("usePlayheadControls is used outside PlayheadProvider");
  return controls;
}

const moment = parseAsString.withOptions({ history: "replace", shallow: true, limitUrlUpdates: throttle(200) });
