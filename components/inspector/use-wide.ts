"use client";

import { useMediaQuery } from "@/components/ui/hooks/use-media-query";

/** Whether the state panel fits next to the conversation. */
export function useWide(): boolean {
  return useMediaQuery("(min-width: 900px)", true);
}
