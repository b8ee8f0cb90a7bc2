"use client";

import { setNonce } from "get-nonce";
import { ThemeProvider as NextThemes } from "next-themes";
import { type ReactNode, useEffect, useState } from "react";

/** What every page stands in: light or dark, and the nonce for styles that are added later. */
export function ThemeProvider({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  // Dialogs and menus add a style element that keeps the page behind them from scrolling. The document's policy knows the first
  // nonce only, whatever later responses carry.
  const [documentNonce] = useState(nonce);
  useEffect(() => {
    if (documentNonce !== undefined) setNonce(documentNonce);
  }, [documentNonce]);
  return (
    <NextThemes attribute="class" disableTransitionOnChange {...(nonce === undefined ? {} : { nonce })}>
      {children}
    </NextThemes>
  );
}
