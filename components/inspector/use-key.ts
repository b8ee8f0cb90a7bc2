"use client";

import { useEffect, useRef } from "react";
import { keyIsClaimed } from "@/components/playhead/playhead-keys";

/** Acts on one key, pressed alone, anywhere on the page that has no use for keys of its own. */
export function useKey(key: string, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== key || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.defaultPrevented || keyIsClaimed(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [key]);
}
