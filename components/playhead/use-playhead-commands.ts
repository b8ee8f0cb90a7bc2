"use client";

import { Play, SkipBack, SkipForward, StepBack, StepForward } from "lucide-react";
import { useMemo, useRef } from "react";
import { type Command, useCommands } from "@/components/commands/commands";
import type { Event } from "@/lib/events/event";
import { usePlayhead, usePlayheadControls } from "./playhead";
import { neighbouringTurn } from "./turns";

/** Registers the playhead's commands in the command palette. */
export function usePlayheadCommands(events: readonly Event[], togglePlay: () => void): void {
  const { index } = usePlayhead();
  const { moveTo, backToNow } = usePlayheadControls();
  // A ref, so that moving the playhead does not update the palette's list.
  const latest = useRef({ events, index, togglePlay });
  latest.current = { events, index, togglePlay };

  const commands = useMemo<Command[]>(() => {
    const turn = (step: -1 | 1) => () => moveTo(neighbouringTurn(latest.current.events, latest.current.index, step));
    return [
      { id: "play", title: "Play or pause", icon: Play, keys: ["p"], run: () => latest.current.togglePlay() },
      { id: "first-event", title: "Go to the first event", icon: SkipBack, keys: ["Home"], run: () => moveTo(0) },
      { id: "last-event", title: "Back to now", icon: SkipForward, keys: ["End"], run: backToNow },
      { id: "previous-turn", title: "Previous turn", icon: StepBack, keys: ["Shift", "←"], run: turn(-1) },
      { id: "next-turn", title: "Next turn", icon: StepForward, keys: ["Shift", "→"], run: turn(1) },
    ].map((command) => ({ ...command, group: "This conversation" as const, keywords: ["playhead", "moment"] }));
  }, [moveTo, backToNow]);
  useCommands(commands);
}
