"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** The number of events added at the end while the reader was at earlier ones. Call `check` on scroll. */
export function useUnseen(eventIds: readonly string[], isAtEnd: () => boolean): { count: number; check: () => void } {
  const last = eventIds.at(-1);
  const [seen, setSeen] = useState(last);
  const latest = useRef(isAtEnd);
  latest.current = isAtEnd;

  const check = useCallback(() => {
    if (latest.current()) setSeen(last);
  }, [last]);
  useEffect(() => {
    // Following the end takes a frame; only then it is known whether the new events are visible.
    const frame = requestAnimationFrame(() => requestAnimationFrame(check));
    return () => cancelAnimationFrame(frame);
  }, [check]);

  const count = seen === undefined || seen === last ? 0 : eventIds.length - 1 - eventIds.lastIndexOf(seen);
  return { count, check };
}
