"use client";

import { useCallback, useMemo, useState } from "react";

export interface FoldedRuns {
  /** All runs of system lines are collapsed, except those opened individually. */
  allFolded: boolean;
  isFolded: (firstId: string) => boolean;
  toggle: (firstId: string) => void;
  setAllFolded: (folded: boolean) => void;
}

/** Which runs of system lines are collapsed: all or none, with the user's exceptions. */
export function useFoldedRuns(): FoldedRuns {
  const [allFolded, setAll] = useState(false);
  const [exceptions, setExceptions] = useState<ReadonlySet<string>>(new Set());

  const toggle = useCallback((firstId: string) => {
    setExceptions((known) => {
      const next = new Set(known);
      if (!next.delete(firstId)) next.add(firstId);
      return next;
    });
  }, []);
  const isFolded = useCallback((firstId: string) => allFolded !== exceptions.has(firstId), [allFolded, exceptions]);
  const setAllFolded = useCallback((folded: boolean) => {
    setAll(folded);
    setExceptions(new Set());
  }, []);

  return useMemo(() => ({ allFolded, isFolded, toggle, setAllFolded }), [allFolded, isFolded, toggle, setAllFolded]);
}
