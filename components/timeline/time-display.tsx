"use client";

import { createContext, type ReactNode, use, useMemo, useSyncExternalStore } from "react";
import { type TimeFormat, type TimeMode, timeFormat, timeModes } from "./time-format";

const storageKey = "playhead.time";
const changed = "playhead:time";

interface TimeDisplay extends TimeFormat {
  choose: (mode: TimeMode) => void;
}

const TimeDisplayContext = createContext<TimeDisplay | null>(null);

/** Lets everything below write times the way the reader chose; the choice stays on this device. */
export function TimeDisplayProvider({ start, children }: { start: string | null; children: ReactNode }) {
  const mode = useSyncExternalStore(subscribe, chosenMode, () => "local" as const);
  const display = useMemo(() => ({ ...timeFormat(mode, start), choose }), [mode, start]);
  return <TimeDisplayContext value={display}>{children}</TimeDisplayContext>;
}

export function useTimeDisplay(): TimeDisplay {
  const display = use(TimeDisplayContext);
  if (!display) throw new Error("useTimeDisplay is used outside TimeDisplayProvider");
  return display;
}

function chosenMode(): TimeMode {
  const stored = localStorage.getItem(storageKey);
  return timeModes.find((mode) => mode === stored) ?? "local";
}

function choose(mode: TimeMode): void {
  localStorage.setItem(storageKey, mode);
  window.dispatchEvent(new Event(changed));
}

function subscribe(notify: () => void): () => void {
  window.addEventListener(changed, notify);
  window.addEventListener("storage", notify);
  return () => {
    window.removeEventListener(changed, notify);
    window.removeEventListener("storage", notify);
  };
}
