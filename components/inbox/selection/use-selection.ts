"use client";

import { useMemo, useState } from "react";
import { extendSelection, nothingSelected, type Selection, toggleAll, toggleSelected } from "./selection";

export interface SelectionState extends Selection {
  toggle: (key: string) => void;
  /** Selects from the last one toggled to `key`, in the order of `shown`. */
  extend: (key: string, shown: readonly string[]) => void;
  toggleAll: (shown: readonly string[]) => void;
  clear: () => void;
}

/** The selection in a list; it is cleared when the list (`scope`) changes. */
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
