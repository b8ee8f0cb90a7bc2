"use client";

import { useEffect } from "react";
import type { Command } from "@/components/commands/commands";
import { isTyping } from "@/components/ui/keys/is-typing";

/** How long a `g` waits for its letter. */
const waitMs = 1500;

/** `g`, then a letter: goes where the command with that letter leads. */
export function useGoKeys(commands: readonly Command[]): void {
  useEffect(() => {
    let begunAt = Number.NEGATIVE_INFINITY;

    function onKeyDown(event: KeyboardEvent) {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const isSecond = event.timeStamp - begunAt < waitMs;
      begunAt = Number.NEGATIVE_INFINITY;
      const command = isSecond ? commands.find(({ goKey }) => goKey === event.key) : undefined;
      if (command) {
        event.preventDefault();
        event.stopPropagation();
        command.run();
      } else if (event.key === "g") begunAt = event.timeStamp;
    }

    // Before the page's own keys: in `g d` the `d` is no other shortcut.
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [commands]);
}
