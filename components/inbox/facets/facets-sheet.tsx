"use client";

import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import FacetsPanel from "./facets-panel";

interface FacetsSheetProps extends Pick<InboxFilters, "filters" | "change"> {
  onClose: () => void;
}

/** The facets in a sheet over the list, for screens too narrow for a panel. */
export default function FacetsSheet({ onClose, ...inbox }: FacetsSheetProps) {
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent title="Values">
        <FacetsPanel {...inbox} />
      </SheetContent>
    </Sheet>
  );
}
