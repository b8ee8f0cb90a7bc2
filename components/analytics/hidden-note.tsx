import { fewestShown, reasons } from "@/lib/analytics/reasons";
import type { Cell } from "@/lib/api/schemas/analytics";
import { countOf } from "./count-text";

interface HiddenNoteProps {
  cells: readonly Cell[];
  /** Counts that are null if they are hidden. */
  counts?: readonly (number | null)[];
}

/** Says that small numbers are missing, if there are any. */
export function HiddenNote({ cells, counts = [] }: HiddenNoteProps) {
  const hidden =
    cells.filter(({ reason }) => reason === reasons.hidden).length + counts.filter((count) => count === null).length;
  if (hidden === 0) return null;
  return (
    <p>
      {countOf(hidden, "number")} under {fewestShown} {hidden === 1 ? "is" : "are"} hidden: you do not have the
      permission to see personal data.
    </p>
  );
}
