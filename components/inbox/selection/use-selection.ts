"use client";

import { useMemo, useState } from "react";
import { extendSelection, nothingSelected, type Selection, toggleAll, toggleSelected } from "./selection";

export interface SelectionState extends Selection {
  toggle: (key: string) => void;
  /** From the one ticked last to `key`, in the order of `shown`. */
  extend: (key: string, shown: readonly string[]) => void;
  toggleAll: (shown: readonly string[]) => void;
  clear: () => void;
}

/** What is selected in a list; another list, by its `scope`, begins with nothing selected. */
export function useSelection(scope: string): SelectionState {
  const [{ selection, of }, set] = useState({ selection: nothingSelected, of: scope });
  const current = of === scope ? selection : nothingSelected;
  return useMemo(() => {
    const become = (next: Selection) => set({ selection: next, of: scope });
    return {
      ...current,
      toggle: (key) => become(toggleSelected(current, key)),
      extend: (key, shown) => become(extendSelection(current, key, shown)),
      toggleAll: (shown) => become(toggleAll(current, shown)),
      clear: () => become(nothingSelected),
    };
  }, [current, scope]);
}
