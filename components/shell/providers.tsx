"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { ThemeProvider } from "next-themes";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { Tooltip } from "radix-ui";
import { type ReactNode, useEffect, useState } from "react";
import { Notices } from "./notices";
import { createQueryClient } from "./query-client";

/** What every page stands in: theme, URL state, the query cache, tooltips and notices. */
export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  // Dialogs and menus add a style element that keeps the page behind them from scrolling. The document's policy knows the first
  // nonce only, whatever later responses carry.
  const [documentNonce] = useState(nonce);
  useEffect(() => {
    if (documentNonce !== undefined) setNonce(documentNonce);
  }, [documentNonce]);
  return (
    <ThemeProvider attribute="class" disableTransitionOnChange {...(nonce === undefined ? {} : { nonce })}>
      <NuqsAdapter>
        <QueryClientProvider client={queryClient}>
          <Tooltip.Provider delayDuration={400} skipDelayDuration={200}>
            {children}
          </Tooltip.Provider>
          <Notices />
        </QueryClientProvider>
      </NuqsAdapter>
    </ThemeProvider>
  );
}
