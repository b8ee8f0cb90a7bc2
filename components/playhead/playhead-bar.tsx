"use client";

import { ChevronLeft, ChevronRight, FlagTriangleRight, Pause, Play, SkipBack, SkipForward } from "lucide-react";
import { useTimeDisplay } from "@/components/times/time-display";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/keys/kbd";
import type { Event } from "@/lib/events/event";
import type { ChargeSpan } from "./charge-spans";
import { useMarker } from "./marker";
import { usePlayhead, usePlayheadControls } from "./playhead";
import { SpeedMenu } from "./speed-menu";
import { Strip } from "./strip";
import { usePlayback } from "./use-playback";
import { usePlayheadCommands } from "./use-playhead-commands";
import { usePlayheadKeys } from "./use-playhead-keys";

interface PlayheadBarProps {
  events: readonly Event[];
  gapIndexes: readonly number[];
  charge: readonly ChargeSpan[];
}

/** The strip and its controls, at the bottom of the conversation. */
export function PlayheadBar({ events, gapIndexes, charge }: PlayheadBarProps) {
  const { index } = usePlayhead();
  const { moveTo } = usePlayheadControls();
  const marker = useMarker();
  const { clock, exact, shortDay } = useTimeDisplay();
  const { playing, speed, setSpeed, toggle } = usePlayback(events);
  usePlayheadKeys(events, toggle);
  usePlayheadCommands(events, toggle);
  const current = events[index];
  const last = events.length - 1;

  return (
    <section
      data-pane=""
      aria-label="Playhead"
      data-print="hide"
      className="@container shrink-0 border-t border-line bg-pane px-4 pt-3 pb-1.5"
    >
      <Strip events={events} gapIndexes={gapIndexes} charge={charge} />
      <div className="mt-1 flex items-center gap-0.5">
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
        <SpeedMenu speed={speed} onChange={setSpeed} />
        <IconButton
          label={marker.index === index ? "Clear start point" : "Set as start point"}
          shortcut={<Kbd>M</Kbd>}
          aria-pressed={marker.index === index}
          onClick={() => marker.toggleAt(index)}
          className="max-sm:hidden"
        >
          <FlagTriangleRight />
        </IconButton>
        <p className="tabular ml-auto flex min-w-0 items-baseline gap-x-2 text-right max-sm:flex-col max-sm:items-end">
          <time
            dateTime={current?.occurredAt}
            title={current && exact(current.occurredAt)}
            className="text-base font-semibold whitespace-nowrap"
          >
            {current ? clock(current.occurredAt) : "–"}
          </time>
          <span className="text-xs whitespace-nowrap text-muted">
            {current && <span className="hidden @md:inline">{shortDay(current.occurredAt)} · </span>}
            <span className="sr-only @md:not-sr-only">event </span>
            {index + 1} of {events.length}
          </span>
        </p>
      </div>
    </section>
  );
}
