import Link from "next/link";
import type { Cell } from "@/lib/api/schemas/analytics";
import { valueText } from "./cell-text";

interface CellNumberProps {
  cell: Cell;
  unit?: "count" | "share" | "duration" | "number";
}

/** A number in a table, linked to its conversations; the reason if there is none. */
export function CellNumber({ cell: { value, reason, conversations }, unit = "count" }: CellNumberProps) {
  if (value === null) {
    return (
      <span title={reason} className="text-muted">
        –<span className="sr-only">{reason}</span>
      </span>
    );
  }
  if (value === 0 && unit === "count") return <span className="text-muted">0</span>;
  return (
    <Link href={`/?${conversations}`} prefetch={false} className="underline-offset-2 hover:underline">
      {valueText(unit, value)}
    </Link>
  );
}
