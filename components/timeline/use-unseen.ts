"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** How many events came while the reader was looking at earlier ones. `check` is to be called when they scroll. */
export function useUnseen(eventCount: number, isAtEnd: () => boolean): { count: number; check: () => void } {
  const [seen, setSeen] = useState(eventCount);
  const latest = useRef(isAtEnd);
  latest.current = isAtEnd;

  const check = useCallback(() => {
    if (latest.current()) setSeen(eventCount);
  }, [eventCount]);
  useEffect(() => {
    // Following the end takes a frame; only then is it known whether the new events came into view.
    const frame = requestAnimationFrame(() => requestAnimationFrame(check));
    return () => cancelAnimationFrame(frame);
  }, [check]);

  return { count: Math.max(0, eventCount - seen), check };
}
