"use client";

import { useLayoutEffect } from "react";

/** Sets the header line of each printed page (`@page` in globals.css). */
export function usePrintTitle(title: string): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    style.setProperty("--print-title", JSON.stringify(title.slice(0, longest)));
    return () => void style.removeProperty("--print-title");
  }, [title]);
}

/** Longer titles do not fit on one line. */
const longest = 100;
