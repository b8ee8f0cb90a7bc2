"use client";

import { useEffect, useRef } from "react";
import { takeEarlyKeys } from "@/components/ui/keys/early-keys";
import { replayKeys } from "@/components/ui/keys/replay-keys";
import type { Event } from "@/lib/events/event";
import { useMarker } from "./marker";
import { usePlayhead, usePlayheadControls } from "./playhead";
import { keyIsClaimed, playheadCommand } from "./playhead-keys";
import { neighbouringTurn } from "./turns";

/** Handles the playhead's keys anywhere on the page, except in elements that use them. */
export function usePlayheadKeys(events: readonly Event[], togglePlay: () => void): void {
  const { index } = usePlayhead();
  const { moveTo } = usePlayheadControls();
  const { toggleAt } = useMarker();
  const act = (event: KeyboardEvent) => {
    if (event.defaultPrevented || keyIsClaimed(event.target)) return;
    const command = playheadCommand(event);
    if (!command) return;
    event.preventDefault();
    if (command === "play") togglePlay();
    else if (command === "mark") toggleAt(index);
    else moveTo(targets[command](events, index));
  };

  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    window.addEventListener("keydown", listen);
    const early = takeEarlyKeys((event) => playheadCommand(event) !== null && !keyIsClaimed(event.target));
    replayKeys(early, listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

const targets = {
  previous: (_: readonly Event[], index: number) => index - 1,
  next: (_: readonly Event[], index: number) => index + 1,
  previousTurn: (events: readonly Event[], index: number) => neighbouringTurn(events, index, -1),
  nextTurn: (events: readonly Event[], index: number) => neighbouringTurn(events, index, 1),
  first: () => 0,
  last: (events: readonly Event[]) => events.length - 1,
};
