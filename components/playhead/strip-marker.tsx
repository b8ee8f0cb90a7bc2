"use client";

import type { Event } from "@/lib/events/event";
import { useMarker } from "./marker";
import { playheadX, type StripLayout } from "./strip-layout";

interface StripMarkerProps {
  layout: StripLayout;
  events: readonly Event[];
  /** The playhead's position in pixels. */
  playhead: number;
}

/** The marker on the strip, and the span between it and the playhead. */
export function StripMarker({ layout, events, playhead }: StripMarkerProps) {
  const { index } = useMarker();
  if (index === null || events.length === 0) return null;
  const x = playheadX(layout, index);
  const [left, right] = x < playhead ? [x, playhead] : [playhead, x];
  return (
    <span aria-hidden="true" data-marker={index} className="pointer-events-none absolute inset-y-0 left-0">
      <span
        style={{ transform: `translateX(${left}px)`, width: right - left }}
        className="absolute inset-y-0 bg-accent/12"
      />
      <span
        style={{ transform: `translateX(${x - 1}px)` }}
        className="absolute inset-y-0 border-l-2 border-dashed border-accent"
      >
        <svg className="absolute -top-0.5 -left-0.5 size-2.5 fill-accent" viewBox="0 0 10 10">
          <title>Marker</title>
          <path d="M1 0 L10 4 L1 8 Z" />
        </svg>
      </span>
    </span>
  );
}
