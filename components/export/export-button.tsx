"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { ExportDialog } from "./export-dialog";

interface ExportButtonProps {
  filters: ConversationFilters;
  label: string;
  disabled?: boolean;
}

/** Takes out exactly what these filters hold. */
export function ExportButton({ filters, label, disabled }: ExportButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton label={label} disabled={disabled} onClick={() => setOpen(true)}>
        <Download />
      </IconButton>
      <Dialog open={isOpen} onOpenChange={setOpen}>
        {isOpen && <ExportDialog filters={filters} onClose={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}
