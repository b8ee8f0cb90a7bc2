"use client";

import { useQuery } from "@tanstack/react-query";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";

const askEveryMs = 20_000;

/** The number of deliveries in quarantine. They produce no events, so live updates do not report them. */
export function QuarantineBadge() {
  const { data } = useQuery({ ...queryOf(endpoints.getDeliveryActivity), refetchInterval: askEveryMs });
  if (!data || data.open === 0) return null;
  return (
    <span className="tabular absolute -top-1 -right-1 flex h-4 min-w-4 items-center justify-center rounded-full bg-warning px-1 text-2xs leading-none font-semibold text-pane">
      <span aria-hidden="true">{data.open > 99 ? "99+" : data.open}</span>
      <span className="sr-only">, {data.open} in quarantine</span>
    </span>
  );
}
