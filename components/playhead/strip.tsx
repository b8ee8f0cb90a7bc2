"use client";

import { type PointerEvent, useId, useMemo, useRef, useState } from "react";
import { useTimeDisplay } from "@/components/times/time-display";
import { classNames } from "@/components/ui/class-names";
import type { Event } from "@/lib/events/event";
import { formatDuration } from "@/lib/time/duration";
import type { ChargeSpan } from "./charge-spans";
import { dayMarks } from "./day-marks";
import { useMarker } from "./marker";
import { usePlayhead, usePlayheadControls } from "./playhead";
import { StripBands } from "./strip-bands";
import { StripBars } from "./strip-bars";
import { indexAtX, layoutStrip, playheadX } from "./strip-layout";
import { StripMarker } from "./strip-marker";
import { useWidth } from "./use-width";

const stripHeight = 40;
/** The remaining height is for the dots of notes. */
const barHeight = 33;

interface StripProps {
  events: readonly Event[];
  /** Indexes of events followed by a gap in the log. */
  gapIndexes: readonly number[];
  charge: readonly ChargeSpan[];
}

/**
 * The conversation at a glance: a bar per event, a dot per note, labelled gaps for silences, and later events dimmed; below them
 * the assignees and the days. A click or drag moves the playhead, a Shift-click sets the marker.
 */
export function Strip({ events, gapIndexes, charge }: StripProps) {
  const { index } = usePlayhead();
  const { moveTo, setMoving } = usePlayheadControls();
  const marker = useMarker();
  const { clock, dayKey, shortDay } = useTimeDisplay();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const layout = useMemo(() => layoutStrip(events, width), [events, width]);
  const [hovered, setHovered] = useState<number | null>(null);
  const gapMarks = useMemo(() => {
    const places = new Set(gapIndexes.map((gap) => Math.round(playheadX(layout, gap))));
    return [...places].map((x) => `M${x} ${stripHeight + 3}h0`).join("");
  }, [gapIndexes, layout]);
  const days = useMemo(() => dayMarks(events, layout, width, dayKey), [events, layout, width, dayKey]);
  const pastClip = useId();
  const past = playheadX(layout, index);

  const indexUnder = ({ clientX, currentTarget }: PointerEvent<HTMLElement>) =>
    indexAtX(layout, clientX - currentTarget.getBoundingClientRect().left);
  const current = events[index];
  const pointed = hovered === null ? undefined : events[hovered];

  return (
    <div ref={frame} className="min-w-0 flex-1">
      <div
        role="slider"
        tabIndex={0}
        data-playhead-strip=""
        aria-label="Playhead"
        aria-valuemin={1}
        aria-valuemax={Math.max(1, events.length)}
        aria-valuenow={index + 1}
        aria-valuetext={
          current ? `${clock(current.occurredAt)}, event ${index + 1} of ${events.length}: ${current.text}` : "No event"
        }
        className="relative h-10 cursor-pointer touch-none select-none"
        onPointerDown={(event) => {
          if (event.shiftKey) return marker.toggleAt(indexUnder(event));
          event.currentTarget.setPointerCapture(event.pointerId);
          setMoving(true);
          moveTo(indexUnder(event));
        }}
        onPointerMove={(event) => {
          const under = indexUnder(event);
          setHovered(under);
          if (event.buttons === 1 && !event.shiftKey && under !== index) moveTo(under);
        }}
        onLostPointerCapture={() => setMoving(false)}
        onPointerLeave={() => setHovered(null)}
      >
        <StripMarker layout={layout} events={events} playhead={past} />
        <svg aria-hidden="true" className="absolute inset-0 overflow-visible" width={width} height={stripHeight}>
          <clipPath id={pastClip}>
            <rect x={-4} y={-4} width={Math.max(0, past + 4)} height={stripHeight + 4} />
          </clipPath>
          <g opacity={0.36}>
            <StripBars layout={layout} height={barHeight} bottom={stripHeight} />
          </g>
          <g clipPath={`url(#${pastClip})`}>
            <StripBars layout={layout} height={barHeight} bottom={stripHeight} />
          </g>
          <path d={gapMarks} strokeLinecap="round" className="stroke-warning stroke-[3.5]" />
        </svg>
        {layout.silences.map((silence) => (
          <span
            key={silence.x}
            aria-hidden="true"
            style={{ left: silence.x, width: silence.width - 8 }}
            className="pointer-events-none absolute bottom-0 flex h-7 items-center justify-center border-x border-dotted border-line-strong text-2xs whitespace-nowrap text-faint"
          >
            {formatDuration(silence.milliseconds)}
          </span>
        ))}
        <span
          aria-hidden="true"
          style={{ transform: `translateX(${past - 1}px)` }}
          className="pointer-events-none absolute -top-0.5 -bottom-1 left-0 w-0.5 rounded bg-accent before:absolute before:-top-1 before:-left-[3px] before:size-2 before:rounded-full before:bg-accent"
        />
        {pointed && (
          <span
            aria-hidden="true"
            style={{ left: Math.min(Math.max(110, playheadX(layout, hovered ?? 0)), Math.max(110, width - 110)) }}
            className="pointer-events-none absolute bottom-full z-30 mb-1 flex max-w-56 -translate-x-1/2 gap-1.5 rounded-md bg-text px-2 py-1 text-2xs text-background"
          >
            <span className="tabular shrink-0 font-medium">{clock(pointed.occurredAt)}</span>
            <span dir="auto" className="truncate">
              {pointed.text}
            </span>
          </span>
        )}
      </div>
      <StripBands layout={layout} spans={charge} />
      {days.length > 0 && (
        <div aria-hidden="true" className="relative mt-0.5 h-3.5 overflow-hidden text-2xs leading-3.5 text-faint">
          {days.map(({ x, instant, side }) => (
            <span
              key={instant}
              style={side === "left" ? { right: width - x } : { left: x }}
              className={classNames(
                "absolute h-full border-line-strong whitespace-nowrap",
                side === "left" ? "border-r pr-1" : "border-l pl-1",
              )}
            >
              {side !== null && shortDay(instant)}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
