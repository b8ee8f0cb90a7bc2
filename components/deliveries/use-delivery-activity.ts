"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useCallback, useEffect, useState } from "react";
import type { ActivityPeriod } from "@/lib/api/activity-periods";
import { queriesOf } from "@/lib/api/client/queries-of";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";

const askEveryMs = 3000;

/**
 * The chart's figures, and the list kept up with them: test calls and quarantined deliveries bring no event that the live
 * updates would tell of. While the list is scrolled it stays as it is, and `fresh` says that there is more above.
 */
export function useDeliveryActivity(scroller: RefObject<HTMLElement | null>, period: ActivityPeriod) {
  const client = useQueryClient();
  const { data: activity } = useQuery({
    ...queryOf(endpoints.getDeliveryActivity, { query: { period } }),
    refetchInterval: askEveryMs,
    placeholderData: keepPreviousData,
  });
  // Undefined until it is known, null where nothing has arrived yet.
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
