"use client";

import { usePathname } from "next/navigation";
import { useMemo, useState } from "react";

export interface FocusedRow {
  /** The conversation of the last focused row; null if there was none, or it was left with Escape. */
  key: string | null;
  set: (key: string | null) => void;
}

/** The row with keyboard focus, which is previewed. Reset when the page or list changes. */
export function useFocusedRow(search: string): FocusedRow {
  const scope = usePathname() + search;
  const [{ key, of }, setFocused] = useState<{ key: string | null; of: string }>({ key: null, of: scope });
  const current = of === scope ? key : null;
  return useMemo(() => ({ key: current, set: (next) => setFocused({ key: next, of: scope }) }), [current, scope]);
}
