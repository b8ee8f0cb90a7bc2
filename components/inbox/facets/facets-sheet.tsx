"use client";

import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import FacetsPanel from "./facets-panel";

interface FacetsSheetProps extends Pick<InboxFilters, "filters" | "change"> {
  onClose: () => void;
}

/** The values with their counts over the list, where there is no room beside it. */
export default function FacetsSheet({ onClose, ...inbox }: FacetsSheetProps) {
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent title="Values">
        <FacetsPanel {...inbox} />
      </SheetContent>
    </Sheet>
  );
}
