"use client";

import { createContext, type ReactNode, use, useMemo } from "react";
import { useNow } from "@/components/ui/hooks/use-now";
import { rememberedChoice } from "@/components/ui/remembered-choice";
import type { Event } from "@/lib/events/event";
import { silenceBetween } from "@/lib/fold/log/silence";
import { formatDuration } from "@/lib/time/duration";
import { type TimeFormat, type TimeMode, timeFormat, timeModes } from "./time-format";

interface TimeDisplay extends TimeFormat {
  choose: (mode: TimeMode) => void;
  /** `14 s`: from the previous event to this one; null for the first, and unless times are elapsed. */
  sincePrevious: (eventId: string) => string | null;
}

const TimeDisplayContext = createContext<TimeDisplay | null>(null);
const timeChoice = rememberedChoice("time", timeModes, "local");

interface TimeDisplayProviderProps {
  /** The conversation's first instant. */
  start: string | null;
  /** The value of the variable `timezone`. */
  visitorZone?: unknown;
  events: readonly Event[];
  /** The reader's zone, where it is not asked of the browser. */
  readerZone?: string | null;
  children: ReactNode;
}

/** Provides the selected time format; the selection is stored on this device. */
export function TimeDisplayProvider({
  start,
  visitorZone,
  events,
  readerZone = null,
  children,
}: TimeDisplayProviderProps) {
  const mode = timeChoice.useChoice();
  const clock = useNow();
  const now = mode === "relative" ? clock : 0;
  const sincePrevious = useMemo(() => (mode === "elapsed" ? intervals(events) : noInterval), [mode, events]);
  const display = useMemo(
    () => ({
      ...timeFormat(mode, { start, visitorZone, now, ...(readerZone === null ? {} : { readerZone }) }),
      choose: timeChoice.choose,
      sincePrevious,
    }),
    [mode, start, visitorZone, now, readerZone, sincePrevious],
  );
  return <TimeDisplayContext value={display}>{children}</TimeDisplayContext>;
}

export function useTimeDisplay(): TimeDisplay {
  const display = use(TimeDisplayContext);
  if (!display) throw new Error("useTimeDisplay is used outside TimeDisplayProvider");
  return display;
}

function noInterval(): null {
  return null;
}

function intervals(events: readonly Event[]): (eventId: string) => string | null {
  const previous = new Map(events.map((event, index) => [event.id, [events[index - 1], event] as const]));
  return (eventId) => {
    const [before, event] = previous.get(eventId) ?? [];
    return before && event ? formatDuration(silenceBetween(before, event)) : null;
  };
}
