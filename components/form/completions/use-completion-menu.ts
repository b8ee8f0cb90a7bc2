"use client";

import { type KeyboardEvent, useId, useState } from "react";

export interface CompletionOption {
  /** The text inserted when it is chosen. */
  choice: string;
  /** An additional description. */
  help: string | null;
  /** The whole term to insert; if undefined, it is built from the choice. */
  term?: string;
}

/** The completions below a text field: an ARIA combobox with a listbox. */
export interface Completions {
  isOpen: boolean;
  options: readonly CompletionOption[];
  /** Index of the option that Enter selects; -1 for none. */
  active: number;
  listId: string;
  optionId: (place: number) => string;
  choose: (option: CompletionOption) => void;
  /** For the input's keydown event. Returns whether the key was handled. */
  onKeyDown: (event: KeyboardEvent) => boolean;
  setFocused: (isFocused: boolean) => void;
}

interface Shown {
  options: readonly CompletionOption[];
  choose: (option: CompletionOption) => void;
  /** Whether Tab chooses the first option if none is active. */
  tabTakesFirst: boolean;
}

interface CompletionMenu {
  isFocused: boolean;
  /** Whether completions are to be shown, if there are any. */
  isWanted: boolean;
  show: (shown: Shown) => Completions;
}

/**
 * The state of a list of completions: opened by typing, by focusing an empty field and with Alt and the arrow down, closed by
 * Escape until the text changes.
 *
 * @param opens whether the list opens for this text by itself
 */
export function useCompletionMenu(text: string, opens: boolean): CompletionMenu {
  const listId = useId();
  const [isFocused, setFocused] = useState(false);
  // The text for which the list was dismissed, or opened explicitly.
  const [choice, setChoice] = useState<{ text: string; active: number; isOpen: boolean }>({
    text,
    active: -1,
    isOpen: false,
  });
  const current = choice.text === text ? choice : { text, active: -1, isOpen: opens };

  function show({ options, choose, tabTakesFirst }: Shown): Completions {
    const isOpen = options.length > 0;
    const active = Math.min(current.active, options.length - 1);
    const set = (part: Partial<typeof choice>) => setChoice({ ...current, ...part });
    const chooseAt = (place: number) => {
      const option = options[place];
      if (option) choose(option);
    };

    function onKeyDown(event: KeyboardEvent): boolean {
      if (event.altKey && event.key === "ArrowDown") set({ isOpen: true });
      else if (!isOpen) return false;
      else if (event.key === "ArrowDown") set({ active: (active + 1) % options.length });
      else if (event.key === "ArrowUp") set({ active: active <= 0 ? options.length - 1 : active - 1 });
      else if (event.key === "Escape") set({ isOpen: false });
      else if (event.key === "Tab" && !event.shiftKey && (active >= 0 || tabTakesFirst)) chooseAt(Math.max(0, active));
      else if (event.key === "Enter" && active >= 0) chooseAt(active);
      else return false;
      event.preventDefault();
      return true;
    }

    return {
      isOpen,
      options,
      active: isOpen ? active : -1,
      listId,
      optionId: (place) => `${listId}-${place}`,
      choose,
      onKeyDown,
      setFocused: (next) => {
        setFocused(next);
        if (next && text === "") setChoice({ text, active: -1, isOpen: true });
      },
    };
  }

  return { isFocused, isWanted: isFocused && current.isOpen, show };
}
