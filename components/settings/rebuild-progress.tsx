"use client";

import { useQuery } from "@tanstack/react-query";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";

const askEveryMs = 2000;

/** "Rebuilding search, 42 %", while an upgrade or a command rebuilds derived data. */
export function RebuildProgress() {
  const { data } = useQuery({
    ...queryOf(endpoints.getRebuild),
    refetchInterval: ({ state }) => (state.data?.data.length === 0 ? false : askEveryMs),
  });
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
