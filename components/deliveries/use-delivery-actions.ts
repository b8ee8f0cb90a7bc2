"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { notify } from "@/components/ui/notices/notify";
import { call } from "@/lib/api/client/call";
import type { AnswerOf } from "@/lib/api/client/endpoint-types";
import { mutationOf } from "@/lib/api/client/mutation-of";
import { queriesOf } from "@/lib/api/client/queries-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { countsText } from "./delivery-summary";

/** Actions on quarantined deliveries; afterwards, all affected queries are invalidated. */
export function useDeliveryActions() {
  const client = useQueryClient();
  const { listDeliveries, getDelivery, getDeliveryActivity } = endpoints;
  const refresh = () => client.invalidateQueries(queriesOf(listDeliveries, getDelivery, getDeliveryActivity));

  const reprocess = useMutation({
    ...mutationOf(endpoints.reprocessDelivery),
    onSuccess: (result, { body }) => {
      if (result.deliveryId !== null) notify.success("Reprocessed", { description: countsText(result) });
      // The editor shows this error itself.
      else if (body?.body === undefined) notify.warning("Still unreadable", { description: result.reason ?? "" });
    },
    onError: (error) => notify.error("The delivery could not be reprocessed", { description: error.message }),
    onSettled: refresh,
  });

  const reprocessAll = useMutation({
    mutationFn: reprocessUpTo,
    onSuccess: ({ reprocessed, unreadable, accepted }) =>
      notify.success(`${reprocessed} reprocessed, ${unreadable} still unreadable`, {
        description: `${accepted.toLocaleString("en")} events stored`,
      }),
    onError: (error) => notify.error("The deliveries could not be reprocessed", { description: error.message }),
    onSettled: refresh,
  });

  const restore = useMutation({
    ...mutationOf(endpoints.restoreDeliveries),
    onSuccess: ({ count }) => notify.success(count === 1 ? "Restored" : `${count} restored`),
    onError: (error) => notify.error("That did not work", { description: error.message }),
    onSettled: refresh,
  });

  const dismiss = useMutation({
    ...mutationOf(endpoints.dismissDeliveries),
    onSuccess: ({ count }, selection) =>
      notify.success(count === 1 ? "Dismissed" : `${count} dismissed`, {
        description: "You can restore it under Dismissed.",
        ...("ids" in selection.body ? { action: { label: "Undo", onClick: () => restore.mutate(selection) } } : {}),
      }),
    onError: (error) => notify.error("That did not work", { description: error.message }),
    onSettled: refresh,
  });

  return { reprocess, reprocessAll, dismiss, restore };
}

/** Processes a hundred per request, until all up to `upTo` are done. */
async function reprocessUpTo(upTo: string) {
  const sum = { reprocessed: 0, unreadable: 0, accepted: 0 };
  let after: string | null = "0";
  while (after !== null) {
    const step: AnswerOf<"reprocessDeliveries"> = await call(endpoints.reprocessDeliveries, { body: { upTo, after } });
    sum.reprocessed += step.reprocessed;
    sum.unreadable += step.unreadable;
    sum.accepted += step.accepted;
    after = step.nextAfter;
  }
  return sum;
}
