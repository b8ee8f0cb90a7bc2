"use client";

import { useEffect, useMemo, useState } from "react";
import type { Event } from "@/lib/events/event";
import { nextFrame, type PlaySpeed, usualSpeed } from "./playback";
import { usePlayhead, usePlayheadControls } from "./playhead";

interface Playback {
  playing: boolean;
  speed: PlaySpeed;
  setSpeed: (speed: PlaySpeed) => void;
  toggle: () => void;
}

/** Plays the conversation from the playhead, or from the start if the playhead is at the end. */
export function usePlayback(events: readonly Event[]): Playback {
  const { index, atNow } = usePlayhead();
  const { moveTo, setMoving } = usePlayheadControls();
  const [playing, setPlaying] = useState(false);
  const [chosen, setSpeed] = useState<PlaySpeed | null>(null);
  const usual = useMemo(() => usualSpeed(events), [events]);
  const speed = chosen ?? usual;
  useEffect(() => setMoving(playing), [playing, setMoving]);

  useEffect(() => {
    if (!playing) return;
    const frame = nextFrame(events, index, speed);
    if (!frame) return setPlaying(false);
    const timer = setTimeout(() => moveTo(frame.index), frame.after);
    return () => clearTimeout(timer);
  }, [playing, events, index, speed, moveTo]);

  return {
    playing,
    speed,
    setSpeed,
    toggle: () => {
      if (!playing && atNow) moveTo(0);
      setPlaying(!playing);
    },
  };
}
