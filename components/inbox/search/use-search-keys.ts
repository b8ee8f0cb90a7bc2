"use client";

import { type RefObject, useEffect } from "react";
import { stepFocus } from "@/components/inbox/list/row-focus";
import { isTyping } from "@/components/ui/keys/is-typing";

/** `/` focuses the search box; the down arrow moves from there into the list. */
export function useSearchKeys(pane: RefObject<HTMLElement | null>, input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === "ArrowDown" && event.target === input.current) {
        const list = pane.current?.querySelector<HTMLElement>("[data-list]");
        if (!list) return;
        event.preventDefault();
        stepFocus(list, 1);
      }
      if (event.key !== "/" || isTyping(event.target) || pane.current?.offsetParent == null) return;
      // While a conversation is loading, the key is kept for its own find bar.
      if (document.querySelector("[data-conversation-loading]") !== null && !isWithin(pane.current, event)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [pane, input]);
}

function isWithin(pane: HTMLElement, { target }: KeyboardEvent): boolean {
  return target instanceof Node && pane.contains(target);
}
