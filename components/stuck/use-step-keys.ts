import { type RefObject, useCallback } from "react";
import { useKey } from "@/components/ui/keys/use-key";

/** `j` and `k` focus the next and previous conversation. */
export function useStepKeys(list: RefObject<HTMLElement | null>): void {
  const step = useCallback(
    (by: 1 | -1) => {
      const titles = [...(list.current?.querySelectorAll<HTMLElement>("[data-stuck-title]") ?? [])];
      const current = document.activeElement?.closest("[data-stuck]");
      const place = titles.findIndex((title) => current?.contains(title) === true);
      titles[place === -1 ? 0 : Math.min(Math.max(place + by, 0), titles.length - 1)]?.focus();
    },
    [list],
  );
  useKey(
    "j",
    useCallback(() => step(1), [step]),
  );
  useKey(
    "k",
    useCallback(() => step(-1), [step]),
  );
}
