"use client";

import { PanelLeft } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useListSettings } from "@/components/list-state/list-settings-context";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { IconButton } from "@/components/ui/icon-button";
import { useFacetsPlace } from "./use-facets-place";

const FacetsSheet = lazy(() => import("./facets-sheet"));

/** Opens the facets, next to the list or as a sheet. */
export function FacetsButton({ filters, change }: Pick<InboxFilters, "filters" | "change">) {
  const { settings, change: changeSettings } = useListSettings();
  const isBeside = useFacetsPlace() === "beside";
  const [isSheetOpen, setSheetOpen] = useState(false);
  const isOpen = isBeside ? settings.facets : isSheetOpen;
  return (
    <>
      <IconButton
        label={isOpen ? "Hide breakdown" : "Breakdown"}
        aria-expanded={isOpen}
        onClick={() => (isBeside ? changeSettings({ facets: !settings.facets }) : setSheetOpen(true))}
      >
        <PanelLeft />
      </IconButton>
      {!isBeside && isSheetOpen && (
        <Suspense>
          <FacetsSheet filters={filters} change={change} onClose={() => setSheetOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
