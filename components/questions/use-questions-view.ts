"use client";

import { parseAsBoolean, useQueryState } from "nuqs";
import { useCallback, useEffect } from "react";
import { keyIsClaimed } from "@/components/playhead/playhead-keys";

export interface QuestionsView {
  isOpen: boolean;
  toggle: () => void;
}

/** Whether the questionnaire is open; in the URL (`?questions=true`). */
export function useQuestionsView(): QuestionsView {
  const [isOpen, setOpen] = useQueryState("questions", asFlag);
  const toggle = useCallback(() => void setOpen(isOpen ? null : true), [isOpen, setOpen]);
  return { isOpen, toggle };
}

/** `q` toggles it, except where the key has another meaning. */
export function useQuestionsKey(toggle: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key, metaKey, ctrlKey, altKey, target, defaultPrevented } = event;
      if (key !== "q" || metaKey || ctrlKey || altKey || defaultPrevented || keyIsClaimed(target)) return;
      event.preventDefault();
      toggle();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [toggle]);
}

const asFlag = parseAsBoolean.withDefault(false).withOptions({ history: "push" });
