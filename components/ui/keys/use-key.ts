"use client";

import { useEffect } from "react";
import { isTyping } from "./is-typing";

/** A shortcut that is active unless the user is typing; null disables it. */
export function useKey(key: string, act: (() => void) | null): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (act === null || event.key !== key || event.defaultPrevented) return;
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      if (isTyping(event.target)) return;
      event.preventDefault();
      act();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [key, act]);
}
