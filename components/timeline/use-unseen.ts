"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** How many events came at the end while the reader was looking at earlier ones. `check` is to be called when they scroll. */
export function useUnseen(eventIds: readonly string[], isAtEnd: () => boolean): { count: number; check: () => void } {
  const last = eventIds.at(-1);
  const [seen, setSeen] = useState(last);
  const latest = useRef(isAtEnd);
  latest.current = isAtEnd;

  const check = useCallback(() => {
    if (latest.current()) setSeen(last);
  }, [last]);
  useEffect(() => {
    // Following the end takes a frame; only then is it known whether the new events came into view.
    const frame = requestAnimationFrame(() => requestAnimationFrame(check));
    return () => cancelAnimationFrame(frame);
  }, [check]);

  const count = seen === undefined || seen === last ? 0 : eventIds.length - 1 - eventIds.lastIndexOf(seen);
  return { count, check };
}
