"use client";

import { useLayoutEffect } from "react";

/** Sets the line at the top of each printed page (`@page` in globals.css). */
export function usePrintTitle(title: string): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    style.setProperty("--print-title", JSON.stringify(title.slice(0, longest)));
    return () => void style.removeProperty("--print-title");
  }, [title]);
}

/** More does not fit in one line. */
const longest = 100;
