"use client";

import { Moon } from "lucide-react";
import { type PointerEvent, useId, useMemo, useRef, useState } from "react";
import { useTimeDisplay } from "@/components/timeline/times/time-display";
import type { Event } from "@/lib/events/event";
import { formatDuration } from "@/lib/time/duration";
import { useMarker } from "./marker";
import { usePlayhead, usePlayheadControls } from "./playhead";
import { StripBars } from "./strip-bars";
import { indexAtX, layoutStrip, playheadX } from "./strip-layout";
import { StripMarker } from "./strip-marker";
import { useWidth } from "./use-width";

const barHeight = 34;

interface StripProps {
  events: readonly Event[];
  /** Indexes of events after which the log has a gap. */
  gapIndexes: readonly number[];
}

/**
 * The conversation's shape: a bar an event, silences as labels, the future dimmed. Click or drag moves the playhead, a click
 * with shift sets the marker.
 */
export function Strip({ events, gapIndexes }: StripProps) {
  const { index } = usePlayhead();
  const { moveTo } = usePlayheadControls();
  const marker = useMarker();
  const { clock } = useTimeDisplay();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const layout = useMemo(() => layoutStrip(events, width), [events, width]);
  const [hovered, setHovered] = useState<number | null>(null);
  const gapMarks = useMemo(() => {
    const places = new Set(gapIndexes.map((gap) => Math.round(playheadX(layout, gap))));
    return [...places].map((x) => `M${x} ${barHeight + 4}h0`).join("");
  }, [gapIndexes, layout]);
  const pastClip = useId();
  const past = playheadX(layout, index);

  const indexUnder = ({ clientX, currentTarget }: PointerEvent<HTMLElement>) =>
    indexAtX(layout, clientX - currentTarget.getBoundingClientRect().left);
  const current = events[index];
  const pointed = hovered === null ? undefined : events[hovered];

  return (
    <div
      ref={frame}
      role="slider"
      tabIndex={0}
      aria-label="Playhead"
      aria-valuemin={1}
      aria-valuemax={Math.max(1, events.length)}
      aria-valuenow={index + 1}
      aria-valuetext={
        current ? `${clock(current.occurredAt)}, event ${index + 1} of ${events.length}: ${current.text}` : "No event"
      }
      className="relative h-14 min-w-0 flex-1 cursor-pointer touch-none select-none"
      onPointerDown={(event) => {
        if (event.shiftKey) return marker.toggleAt(indexUnder(event));
        event.currentTarget.setPointerCapture(event.pointerId);
        moveTo(indexUnder(event));
      }}
      onPointerMove={(event) => {
        const under = indexUnder(event);
        setHovered(under);
        if (event.buttons === 1 && !event.shiftKey && under !== index) moveTo(under);
      }}
      onPointerLeave={() => setHovered(null)}
    >
      <StripMarker layout={layout} events={events} playhead={past} />
      <svg
        aria-hidden="true"
        className="absolute inset-x-0 bottom-1.5 overflow-visible"
        width={width}
        height={barHeight}
      >
        <clipPath id={pastClip}>
          <rect x={-2} y={0} width={Math.max(0, past + 2)} height={barHeight} />
        </clipPath>
        <g opacity={0.32}>
          <StripBars layout={layout} height={barHeight} />
        </g>
        <g clipPath={`url(#${pastClip})`}>
          <StripBars layout={layout} height={barHeight} />
        </g>
        <path d={gapMarks} strokeLinecap="round" className="stroke-warning stroke-[3.5]" />
      </svg>
      {layout.silences.map((silence) => (
        <span
          key={silence.x}
          aria-hidden="true"
          style={{ left: silence.x, width: silence.width - 8 }}
          className="pointer-events-none absolute bottom-1.5 flex h-6 items-center justify-center gap-1 border-b border-line text-2xs whitespace-nowrap text-faint"
        >
          <Moon className="size-3 shrink-0" />
          {formatDuration(silence.milliseconds)}
        </span>
      ))}
      <span
        aria-hidden="true"
        style={{ transform: `translateX(${past - 1}px)` }}
        className="pointer-events-none absolute top-2.5 bottom-1.5 left-0 w-0.5 rounded bg-accent before:absolute before:-top-1 before:-left-[3px] before:size-2 before:rounded-full before:bg-accent"
      />
      {pointed && (
        <span
          aria-hidden="true"
          style={{ left: Math.min(Math.max(110, playheadX(layout, hovered ?? 0)), Math.max(110, width - 110)) }}
          className="pointer-events-none absolute bottom-full z-30 flex max-w-56 -translate-x-1/2 gap-1.5 rounded-md bg-text px-2 py-1 text-2xs text-background"
        >
          <span className="tabular shrink-0 font-medium">{clock(pointed.occurredAt)}</span>
          <span dir="auto" className="truncate">
            {pointed.text}
          </span>
        </span>
      )}
    </div>
  );
}
