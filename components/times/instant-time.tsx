"use client";

import { useTimeDisplay } from "./time-display";

interface InstantTimeProps {
  instant: string;
  short?: boolean | undefined;
  className?: string | undefined;
}

/** A time in the selected format, with the exact time and zone on hover. */
export function InstantTime({ instant, short = false, className }: InstantTimeProps) {
  const { clock, shortClock, exact } = useTimeDisplay();
  return (
    <time dateTime={instant} title={`${exact(instant)}\n${instant}`} className={className} suppressHydrationWarning>
      {short ? shortClock(instant) : clock(instant)}
    </time>
  );
}
