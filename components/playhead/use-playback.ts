"use client";

import { useEffect, useState } from "react";
import type { Event } from "@/lib/events/event";
import { nextFrame, type PlaySpeed, playSpeeds } from "./playback";
import { usePlayhead, usePlayheadControls } from "./playhead";

interface Playback {
  playing: boolean;
  speed: PlaySpeed;
  toggle: () => void;
  changeSpeed: () => void;
}

/** Plays the conversation from the playhead on, or from its start when the playhead stands at the end. */
export function usePlayback(events: readonly Event[]): Playback {
  const { index, atNow } = usePlayhead();
  const { moveTo } = usePlayheadControls();
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<PlaySpeed>("4×");

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
    toggle: () => {
      if (!playing && atNow) moveTo(0);
      setPlaying(!playing);
    },
    changeSpeed: () => setSpeed(playSpeeds[(playSpeeds.indexOf(speed) + 1) % playSpeeds.length] ?? "1×"),
  };
}
