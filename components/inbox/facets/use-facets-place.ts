"use client";

import { usePathname } from "next/navigation";
import { useMediaQuery } from "@/components/ui/hooks/use-media-query";

/** Where facets stand: beside the list where there is room, else over it, as a sheet. */
export function useFacetsPlace(): "beside" | "sheet" {
  const isAlone = usePathname() === "/";
  const isWide = useMediaQuery("(min-width: 64rem)", true);
  return isAlone && isWide ? "beside" : "sheet";
}
