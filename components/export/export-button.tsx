"use client";

import { Download } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useCan } from "@/components/access/viewer-context";
import { IconButton } from "@/components/ui/icon-button";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";

const ExportDialog = lazy(() => import("./export-dialog"));

interface ExportButtonProps {
  filters: ConversationFilters;
  label: string;
  disabled?: boolean;
}

/** Opens the export of the conversations that match these filters; nothing for those who may not export. */
export function ExportButton({ filters, label, disabled }: ExportButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const canExport = useCan("export");
  if (!canExport) return null;
  return (
    <>
      <IconButton label={label} disabled={disabled} onClick={() => setOpen(true)}>
        <Download />
      </IconButton>
      {isOpen && (
        <Suspense>
          <ExportDialog filters={filters} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
