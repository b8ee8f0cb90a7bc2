"use client";

import { useEffect, useRef } from "react";
import { keyIsClaimed } from "@/components/playhead/playhead-keys";
import { takeEarlyKeys } from "@/components/ui/keys/early-keys";
import { replayKeys } from "@/components/ui/keys/replay-keys";

/** Handles one key, pressed without modifiers, anywhere on the page except in elements that use it. */
export function useKey(key: string, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const isWanted = (event: KeyboardEvent) =>
      event.key === key && !event.metaKey && !event.ctrlKey && !event.altKey && !keyIsClaimed(event.target);
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isWanted(event)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", listen);
    replayKeys(takeEarlyKeys(isWanted), listen);
    return () => window.removeEventListener("keydown", listen);
  }, [key]);
}
