"use client";

import { useTimeDisplay } from "./time-display";

interface InstantTimeProps {
  instant: string;
  short?: boolean | undefined;
  className?: string | undefined;
}

/** A time the way the reader chose, the exact one with its zone on hover. */
export function InstantTime({ instant, short = false, className }: InstantTimeProps) {
  const { clock, shortClock, exact } = useTimeDisplay();
  return (
    <time dateTime={instant} title={`${exact(instant)}\n${instant}`} className={className}>
      {short ? shortClock(instant) : clock(instant)}
    </time>
  );
}
