import { fewestShown, reasons } from "@/lib/analytics/reasons";
import type { Cell } from "@/lib/api/schemas/analytics";

/** Says that small numbers are missing, if there are any. */
export function HiddenNote({ cells }: { cells: readonly Cell[] }) {
  const hidden = cells.filter(({ reason }) => reason === reasons.hidden).length;
  if (hidden === 0) return null;
  return (
    <p>
      {hidden === 1 ? "1 number" : `${hidden.toLocaleString("en")} numbers`} under {fewestShown}{" "}
      {hidden === 1 ? "is" : "are"} hidden: you do not have the permission to see personal data.
    </p>
  );
}
