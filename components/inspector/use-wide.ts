"use client";

import { useSyncExternalStore } from "react";

const query = "(min-width: 1180px)";

/** Whether the state has room beside the conversation. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, isWide, () => true);
}

function isWide(): boolean {
  return window.matchMedia(query).matches;
}

function subscribe(notify: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener("change", notify);
  return () => media.removeEventListener("change", notify);
}
