"use client";

import { createContext, type ReactNode, useContext } from "react";

const LiteralWords = createContext(false);

/** Marks text of a visitor as literal: `<select>` and `**stars**` are not markup. Other senders may use HTML. */
export function VisitorWords({ children }: { children: ReactNode }) {
  return <LiteralWords.Provider value={true}>{children}</LiteralWords.Provider>;
}

/** True for text that is shown as typed. */
export function useLiteralWords(): boolean {
  return useContext(LiteralWords);
}
