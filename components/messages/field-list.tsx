import type { ReactNode } from "react";
import { Capped } from "@/components/ui/capped";

export interface FieldRow {
  key: string;
  label: ReactNode;
  value: ReactNode;
}

/** Labels and values side by side, or stacked on narrow screens. */
export function FieldList({ rows }: { rows: readonly FieldRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Capped items={rows} noun="fields">
      {(shown) => (
        <dl className="grid grid-cols-[fit-content(9rem)_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm max-sm:gap-x-3">
          {shown.map(({ item: { key, label, value } }) => (
            <div key={key} className="contents">
              <dt className="contained min-w-0 text-muted">{label}</dt>
              <dd className="contained min-w-0">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Capped>
  );
}
