"use client";

import { usePathname } from "next/navigation";
import { useMediaQuery } from "@/components/ui/hooks/use-media-query";

/** Where facets are shown: next to the list if the screen is wide enough, otherwise as a sheet. */
export function useFacetsPlace(): "beside" | "sheet" {
  const isAlone = usePathname() === "/";
  const isWide = useMediaQuery("(min-width: 64rem)", true);
  return isAlone && isWide ? "beside" : "sheet";
}
