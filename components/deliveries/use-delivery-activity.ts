"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useCallback, useEffect, useState } from "react";
import type { ActivityPeriod } from "@/lib/api/activity-periods";
import { queriesOf } from "@/lib/api/client/queries-of";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";

const askEveryMs = 3000;

/**
 * The chart's data, and refreshes of the list: test requests and quarantined deliveries produce no events, so live updates do not
 * report them. While the list is scrolled down it is not changed, and `fresh` is true when there are newer deliveries.
 */
export function useDeliveryActivity(scroller: RefObject<HTMLElement | null>, period: ActivityPeriod) {
  const client = useQueryClient();
  const { data: activity } = useQuery({
    ...queryOf(endpoints.getDeliveryActivity, { query: { period } }),
    refetchInterval: askEveryMs,
    placeholderData: keepPreviousData,
  });
  // Undefined while loading, null if nothing has arrived yet.
  const lastId = activity?.lastDeliveryId;
  const [shownId, setShownId] = useState(lastId);
  const fresh = shownId !== undefined && lastId !== undefined && lastId !== shownId;

  const showFresh = useCallback(() => {
    setShownId(lastId);
    scroller.current?.scrollTo({ top: 0 });
    void client.invalidateQueries(queriesOf(endpoints.listDeliveries));
  }, [client, lastId, scroller]);

  useEffect(() => {
    if (shownId === undefined) setShownId(lastId);
    else if (fresh && (scroller.current?.scrollTop ?? 0) === 0) showFresh();
  }, [shownId, lastId, fresh, scroller, showFresh]);

  return { activity, fresh, showFresh };
}
