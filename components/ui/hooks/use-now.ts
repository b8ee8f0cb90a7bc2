"use client";

import { useSyncExternalStore } from "react";

const tickMs = 15_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

/** The time in milliseconds, updated every 15 s with one timer for the whole page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, current, serverNow);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, tickMs);
  if (listeners.size === 1) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick() {
  now = Date.now();
  for (const listener of listeners) listener();
}

function current(): number {
  return now;
}

/** On the server, each request's time; while hydrating, the time the script was loaded, so that it is stable. */
function serverNow(): number {
  return typeof window === "undefined" ? Date.now() : now;
}
