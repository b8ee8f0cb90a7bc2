"use client";

import { useEffect, useRef } from "react";
import { takeEarlyKeys } from "@/components/ui/keys/early-keys";
import { isTyping } from "@/components/ui/keys/is-typing";
import { replayKeys } from "@/components/ui/keys/replay-keys";
import { type ListKey, listKey } from "./list-key";
import { currentKey, stepFocus } from "./row-focus";

/** Callbacks for the list's keys, with the conversation of the row. */
export interface ListKeyActions {
  toggle: (key: string) => void;
  extend: (key: string) => void;
  toggleAll: () => void;
  clear: () => void;
}

/**
 * Handles the list's keys (`listKey`) anywhere on the page, except in elements that use them; Enter opens a row, which is a link.
 */
export function useListKeys(view: HTMLElement | null, actions: ListKeyActions): void {
  const act = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target) || view === null || view.offsetParent === null) return;
    const isInList =
      event.target instanceof Element && view.contains(event.target) && event.target.closest(ownKeys) === null;
    const asked = listKey(event, isInList);
    if (asked === null || !perform(asked, view, actions)) return;
    event.preventDefault();
  };

  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  useEffect(() => {
    if (view === null) return;
    const early = takeEarlyKeys((event) => listKey(event, false) !== null && !isTyping(event.target));
    replayKeys(early, (event) => latest.current(event));
  }, [view]);
}

/** Elements in the list that handle some of the keys themselves. */
const ownKeys = 'button, input, [role="separator"]';

/** Returns whether the command applied to a row. */
function perform(asked: ListKey, view: HTMLElement, actions: ListKeyActions): boolean {
  if (asked === "selectAll") actions.toggleAll();
  else if (asked === "clear") actions.clear();
  else if (asked === "next" || asked === "previous") return stepFocus(view, asked === "next" ? 1 : -1) !== null;
  else if (asked === "selectNext" || asked === "selectPrevious") return selectOn(view, asked, actions);
  else return toCurrent(view, actions[asked]);
  return true;
}

function selectOn(view: HTMLElement, asked: "selectNext" | "selectPrevious", actions: ListKeyActions): boolean {
  toCurrent(view, actions.extend);
  const key = stepFocus(view, asked === "selectNext" ? 1 : -1);
  if (key !== null) actions.extend(key);
  return true;
}

function toCurrent(view: HTMLElement, act: (key: string) => void): boolean {
  const key = currentKey(view);
  if (key !== null) act(key);
  return key !== null;
}
