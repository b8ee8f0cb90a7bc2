"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { Tooltip } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Notices } from "@/components/ui/notices/notices";
import { createQueryClient } from "./query-client";

/** Context providers of all signed-in pages: the query cache, tooltips and notices. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <Tooltip.Provider delayDuration={400} skipDelayDuration={200}>
        {children}
      </Tooltip.Provider>
      <Notices />
    </QueryClientProvider>
  );
}
