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
  /** `14 s`: from the event before to this one; null unless times are counted, and for the first. */
  sincePrevious: (eventId: string) => string | null;
}

const TimeDisplayContext = createContext<TimeDisplay | null>(null);
const timeChoice = rememberedChoice("time", timeModes, "local");

interface TimeDisplayProviderProps {
  /** The conversation's first instant. */
  start: string | null;
  /** What the variable `timezone` holds. */
  visitorZone?: unknown;
  events: readonly Event[];
  children: ReactNode;
}

/** Lets everything below write times the way the reader chose; the choice stays on this device. */
export function TimeDisplayProvider({ start, visitorZone, events, children }: TimeDisplayProviderProps) {
  const mode = timeChoice.useChoice();
  const clock = useNow();
  const now = mode === "relative" ? clock : 0;
  const sincePrevious = useMemo(() => (mode === "elapsed" ? intervals(events) : noInterval), [mode, events]);
  const display = useMemo(
    () => ({ ...timeFormat(mode, { start, visitorZone, now }), choose: timeChoice.choose, sincePrevious }),
    [mode, start, visitorZone, now, sincePrevious],
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
