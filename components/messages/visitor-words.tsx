"use client";

import { createContext, type ReactNode, useContext } from "react";

const LiteralWords = createContext(false);

/** What a visitor wrote: `<select>` and `**stars**` within are text. Everybody else may write HTML. */
export function VisitorWords({ children }: { children: ReactNode }) {
  return <LiteralWords.Provider value={true}>{children}</LiteralWords.Provider>;
}

/** True where the words are to be shown as they were typed. */
export function useLiteralWords(): boolean {
  return useContext(LiteralWords);
}
