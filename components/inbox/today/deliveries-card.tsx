"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { ActivityStrip } from "@/components/deliveries/activity-strip";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { TodayCard } from "./today-card";

/** How the webhook is doing. The rail's badge keeps the numbers fresh. */
export function DeliveriesCard() {
  const { data } = useQuery(queryOf(endpoints.getDeliveryActivity));
  return (
    <TodayCard title="Deliveries" range="last hour" href="/deliveries" linkName="All deliveries">
      <ActivityStrip activity={data} />
      <Link
        href="/deliveries?show=quarantine"
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
