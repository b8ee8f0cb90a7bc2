"use client";

import { usePathname, useRouter } from "next/navigation";
import { type RefObject, useEffect, useRef } from "react";
import { focusConversation } from "@/components/inbox/list/row-focus";
import { isTyping } from "@/components/ui/keys/is-typing";
import { openConversation } from "./open-conversation";

/** A pane is focused itself, unless it contains one of these elements. */
const ownStop = 'a[data-conversation-key][tabindex="0"], [role="slider"]';

/**
 * Keyboard navigation between panes: F6 focuses the next one (`data-pane`), Shift+F6 the previous one. Enter on a row focuses its
 * conversation, Escape returns to the row.
 *
 * @param host the conversation's container, which is focused until its timeline is loaded
 * @param search the list's query string `?…`
 */
export function usePaneKeys(host: RefObject<HTMLElement | null>, search: string): void {
  const router = useRouter();
  const path = usePathname();
  const latest = useRef({ path, search });
  latest.current = { path, search };
  const from = useRef<"row" | "conversation" | null>(null);
  const lastPath = useRef(path);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      const { target } = event;
      if (event.key === "F6") {
        if (goToPane(event.shiftKey ? -1 : 1)) event.preventDefault();
      } else if (event.key === "Enter") {
        from.current = target instanceof Element && target.matches("a[data-conversation-key]") ? "row" : null;
      } else if (event.key === "Escape" && openConversation(latest.current.path) !== null && !isTyping(target)) {
        event.preventDefault();
        from.current = "conversation";
        router.push(`/${latest.current.search}`);
      }
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [router]);

  useEffect(() => {
    const before = openConversation(lastPath.current);
    if (lastPath.current === path) return;
    lastPath.current = path;
    if (from.current === "row" && openConversation(path) !== null) host.current?.focus({ preventScroll: true });
    if (from.current === "conversation" && before !== null) {
      const list = document.querySelector<HTMLElement>("[data-list]");
      if (list !== null) focusConversation(list, before);
    }
    from.current = null;
  }, [path, host]);
}

/** Returns whether there is another pane. */
function goToPane(step: 1 | -1): boolean {
  const panes = [...document.querySelectorAll<HTMLElement>("[data-pane]")].filter((pane) => pane.offsetParent !== null);
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = current === -1 ? (step === 1 ? 0 : panes.length - 1) : (current + step + panes.length) % panes.length;
  const pane = panes[next];
  if (pane === undefined || panes.length === 1) return false;
  (pane.querySelector<HTMLElement>(ownStop) ?? pane).focus({ preventScroll: true });
  return true;
}
