"use client";

import { ChevronLeft, ChevronRight, FlagTriangleRight, Pause, Play, SkipBack, SkipForward } from "lucide-react";
import { useTimeDisplay } from "@/components/timeline/times/time-display";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import type { Event } from "@/lib/events/event";
import { useMarker } from "./marker";
import { usePlayhead, usePlayheadControls } from "./playhead";
import { Strip } from "./strip";
import { usePlayback } from "./use-playback";
import { usePlayheadCommands } from "./use-playhead-commands";
import { usePlayheadKeys } from "./use-playhead-keys";

interface PlayheadBarProps {
  events: readonly Event[];
  gapIndexes: readonly number[];
}

/** The strip with its controls, at the foot of the conversation. */
export function PlayheadBar({ events, gapIndexes }: PlayheadBarProps) {
  const { index } = usePlayhead();
  const { moveTo } = usePlayheadControls();
  const marker = useMarker();
  const { clock, exact } = useTimeDisplay();
  const { playing, speed, toggle, changeSpeed } = usePlayback(events);
  usePlayheadKeys(events, toggle);
  usePlayheadCommands(events, toggle);
  const current = events[index];
  const last = events.length - 1;

  return (
    <section
      aria-label="Playhead"
      data-print="hide"
      className="flex shrink-0 flex-wrap items-center gap-x-3 border-t border-line bg-pane px-3 py-1 md:flex-nowrap md:px-4"
    >
      <div className="order-2 flex items-center gap-0.5 md:order-none">
        <IconButton label="First event" shortcut={<Kbd>Home</Kbd>} disabled={index <= 0} onClick={() => moveTo(0)}>
          <SkipBack />
        </IconButton>
        <IconButton
          label="Previous event"
          shortcut={<Kbd>←</Kbd>}
          disabled={index <= 0}
          onClick={() => moveTo(index - 1)}
        >
          <ChevronLeft />
        </IconButton>
        <IconButton
          label={playing ? "Pause" : "Play"}
          shortcut={<Kbd>P</Kbd>}
          disabled={events.length < 2}
          onClick={toggle}
          className="mx-1 bg-accent text-accent-text! hover:bg-accent/90"
        >
          {playing ? <Pause className="fill-current" /> : <Play className="fill-current" />}
        </IconButton>
        <IconButton
          label="Next event"
          shortcut={<Kbd>→</Kbd>}
          disabled={index >= last}
          onClick={() => moveTo(index + 1)}
        >
          <ChevronRight />
        </IconButton>
        <IconButton label="Last event" shortcut={<Kbd>End</Kbd>} disabled={index >= last} onClick={() => moveTo(last)}>
          <SkipForward />
        </IconButton>
        <button
          type="button"
          onClick={changeSpeed}
          aria-label={`Playback speed ${speed}`}
          className="ml-1 h-6 min-w-9 rounded-md border border-line px-1.5 text-2xs font-medium text-muted hover:bg-hover hover:text-text coarse:h-9"
        >
          {speed}
        </button>
        <IconButton
          label={marker.index === index ? "Clear start point" : "Set as start point"}
          shortcut={<Kbd>M</Kbd>}
          aria-pressed={marker.index === index}
          onClick={() => marker.toggleAt(index)}
          className="max-sm:hidden"
        >
          <FlagTriangleRight />
        </IconButton>
      </div>
      <div className="order-1 flex w-full min-w-0 md:order-none md:w-auto md:flex-1">
        <Strip events={events} gapIndexes={gapIndexes} />
      </div>
      <div className="tabular order-3 ml-auto min-w-24 text-right md:order-none">
        <time
          dateTime={current?.occurredAt}
          title={current && exact(current.occurredAt)}
          className="block text-base leading-5 font-semibold"
        >
          {current ? clock(current.occurredAt) : "–"}
        </time>
        <span className="block text-xs whitespace-nowrap text-muted">
          <span className="max-sm:sr-only">event </span>
          {index + 1} of {events.length}
        </span>
      </div>
    </section>
  );
}
