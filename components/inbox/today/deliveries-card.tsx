"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { ActivityBars, totalOf } from "@/components/deliveries/activity-bars";
import { SinceLastEvent } from "@/components/deliveries/since-last-event";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { TodayCard } from "./today-card";

/** The webhook's status. The rail's badge keeps the numbers up to date. */
export function DeliveriesCard() {
  const { data } = useQuery(queryOf(endpoints.getDeliveryActivity));
  return (
    <TodayCard title="Deliveries" range="last 24 hours" href="/deliveries" linkName="All deliveries">
      {data && (
        <div className="px-3.5 pt-2">
          <ActivityBars steps={data.steps} />
          <p className="tabular mt-1 flex justify-between text-2xs text-muted">
            <span>{totalOf(data.steps).toLocaleString("en")} in the last 24 hours</span>
            <SinceLastEvent activity={data} />
          </p>
        </div>
      )}
      <Link
        href="/deliveries?resolution=open"
        prefetch={false}
        className="mx-1.5 mt-1 mb-2 flex items-baseline gap-3 rounded-lg px-2.5 py-1.5 text-sm hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span className="flex-1">In quarantine</span>
        <span
          className={data !== undefined && data.open > 0 ? "tabular font-medium text-warning" : "tabular text-muted"}
        >
          {data?.open.toLocaleString("en")}
        </span>
      </Link>
    </TodayCard>
  );
}
