"use client";

import { Button } from "@/components/ui/button";

interface ExportProgressProps {
  parts: number;
  /** Counted before the export; undefined while unknown. */
  total: number | undefined;
  /** The unit counted. */
  unit: string;
  onCancel: () => void;
}

/** Progress of an export. Conversations that arrive later are not included, so it ends at about the total. */
export function ExportProgress({ parts, total, unit, onCancel }: ExportProgressProps) {
  const share = total ? Math.min(1, parts / total) : undefined;
  return (
    <div className="flex flex-col gap-2">
      <div
        role="progressbar"
        aria-label="Export"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === undefined ? undefined : Math.round(share * 100)}
        className="h-1.5 overflow-hidden rounded-full bg-line"
      >
        <div className="h-full rounded-full bg-text transition-[width]" style={{ width: `${(share ?? 0) * 100}%` }} />
      </div>
      <div className="flex items-center justify-between gap-2">
        <p className="tabular text-xs text-muted">
          {Math.min(parts, total ?? parts).toLocaleString("en")}
          {total !== undefined && ` of ${total.toLocaleString("en")}`} {unit}
        </p>
        <Button onClick={onCancel}>Cancel export</Button>
      </div>
    </div>
  );
}
