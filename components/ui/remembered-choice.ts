"use client";

import { useSyncExternalStore } from "react";

export interface RememberedChoice<Choice extends string> {
  /** The selected option; the default on the server and while hydrating. */
  useChoice: () => Choice;
  choose: (choice: Choice) => void;
}

/** A display option stored on this device and synchronized between its pages. */
export function rememberedChoice<Choice extends string>(
  name: string,
  choices: readonly Choice[],
  usual: Choice,
): RememberedChoice<Choice> {
  const storageKey = `playhead.${name}`;
  const changed = `playhead:${name}`;
  const subscribe = (notify: () => void) => {
    window.addEventListener(changed, notify);
    window.addEventListener("storage", notify);
    return () => {
      window.removeEventListener(changed, notify);
      window.removeEventListener("storage", notify);
    };
  };
  const read = () => {
    const stored = localStorage.getItem(storageKey);
    return choices.find((choice) => choice === stored) ?? usual;
  };
  return {
    useChoice: () => useSyncExternalStore(subscribe, read, () => usual),
    choose: (choice) => {
      localStorage.setItem(storageKey, choice);
      window.dispatchEvent(new Event(changed));
    },
  };
}
