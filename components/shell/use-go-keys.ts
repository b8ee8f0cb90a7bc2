"use client";

import { useEffect, useRef } from "react";
import type { Command } from "@/components/commands/commands";
import { takeEarlyKeys } from "@/components/ui/keys/early-keys";
import { isTyping } from "@/components/ui/keys/is-typing";

/** Maximum delay between `g` and its letter, in milliseconds. */
const waitMs = 1500;

/** `g` followed by a letter runs the command with that letter. */
export function useGoKeys(commands: readonly Command[]): void {
  const hasTaken = useRef(false);
  // Outlives a change of the commands between the two keys.
  const begunAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const isSecond = event.timeStamp - begunAt.current < waitMs;
      begunAt.current = Number.NEGATIVE_INFINITY;
      const command = isSecond ? commands.find(({ goKey }) => goKey === event.key) : undefined;
      if (command) {
        event.preventDefault();
        event.stopPropagation();
        command.run();
      } else if (event.key === "g") begunAt.current = event.timeStamp;
    }

    if (!hasTaken.current && commands.length > 0) {
      hasTaken.current = true;
      const early = takeEarly(commands);
      begunAt.current = early.begunAt;
      early.command?.run();
    }

    // Captures keys before the page's own shortcuts: in `g d`, `d` must not trigger another shortcut.
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [commands]);
}

/**
 * The command requested before hydration, and the time of a `g` that still waits for its letter. Other early keys are left for
 * their handlers.
 */
function takeEarly(commands: readonly Command[]): { command: Command | undefined; begunAt: number } {
  let begunAt = Number.NEGATIVE_INFINITY;
  const [asked] = takeEarlyKeys((event) => {
    const isSecond = event.timeStamp - begunAt < waitMs && commands.some(({ goKey }) => goKey === event.key);
    begunAt = event.key === "g" && !isTyping(event.target) ? event.timeStamp : Number.NEGATIVE_INFINITY;
    return isSecond;
  });
  return { command: asked && commands.find(({ goKey }) => goKey === asked.key), begunAt };
}
