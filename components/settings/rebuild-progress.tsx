"use client";

import { useQuery } from "@tanstack/react-query";
import { rebuildQuery } from "@/lib/api/queries";

/** "Rebuilding search, 42 %", while an upgrade or a command derives data again. */
export function RebuildProgress() {
  const { data } = useQuery(rebuildQuery());
  const [first] = data?.data ?? [];
  if (data === undefined || first === undefined) return null;
  const names = data.data.map(({ projection }) => projection).join(", ");
  const percent = Math.floor((100 * first.done) / Math.max(1, first.total));
  return (
    <p role="status" className="mb-6 rounded-md border border-line px-3 py-2 text-sm text-muted tabular-nums">
      Rebuilding {names}, {percent} %. You can keep working. Lists and search are complete when the rebuild ends.
    </p>
  );
}
