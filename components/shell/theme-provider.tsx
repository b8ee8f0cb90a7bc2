"use client";

import { setNonce } from "get-nonce";
import { ThemeProvider as NextThemes } from "next-themes";
import { type ReactNode, useEffect, useState } from "react";

/** Provides the light or dark theme to every page, and the nonce for styles that are added later. */
export function ThemeProvider({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  // Dialogs and menus add a style element that locks scrolling. The document's policy accepts only the first nonce, whatever
  // later responses contain.
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
