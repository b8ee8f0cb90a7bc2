"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { postJson } from "@/lib/api/client";
import { bulkReprocessResult, type DeliverySelection, reprocessResult, resolved } from "@/lib/api/delivery-actions";
import { queryScope } from "@/lib/api/queries";
import { countsText } from "./delivery-summary";

const base = "/api/v1/deliveries";

/** What can be done about quarantined deliveries; all that shows them is asked for again afterwards. */
export function useDeliveryActions() {
  const client = useQueryClient();
  const refresh = () => {
    const scopes: unknown[] = [queryScope.deliveries, queryScope.delivery, queryScope.deliveryActivity];
    return client.invalidateQueries({ predicate: ({ queryKey: [scope] }) => scopes.includes(scope) });
  };

  const reprocess = useMutation({
    mutationFn: ({ id, body }: { id: string; body?: string }) =>
      postJson(`${base}/${encodeURIComponent(id)}/reprocess`, body === undefined ? {} : { body }, reprocessResult),
    onSuccess: (result, { body }) => {
      if (result.deliveryId !== null) toast.success("Reprocessed", { description: countsText(result) });
      // The editor says so itself, in its place.
      else if (body === undefined) toast.warning("Still unreadable", { description: result.reason ?? "" });
    },
    onError: (error) => toast.error("The delivery could not be reprocessed", { description: error.message }),
    onSettled: refresh,
  });

  const reprocessAll = useMutation({
    mutationFn: reprocessUpTo,
    onSuccess: ({ reprocessed, unreadable, accepted }) =>
      toast.success(`${reprocessed} reprocessed, ${unreadable} still unreadable`, {
        description: `${accepted.toLocaleString("en")} events stored`,
      }),
    onError: (error) => toast.error("The deliveries could not be reprocessed", { description: error.message }),
    onSettled: refresh,
  });

  const restore = useMutation({
    mutationFn: (selection: DeliverySelection) => postJson(`${base}/restore`, selection, resolved),
    onSuccess: ({ count }) => toast.success(count === 1 ? "Restored" : `${count} restored`),
    onError: (error) => toast.error("That did not work", { description: error.message }),
    onSettled: refresh,
  });

  const dismiss = useMutation({
    mutationFn: (selection: DeliverySelection) => postJson(`${base}/dismiss`, selection, resolved),
    onSuccess: ({ count }, selection) =>
      toast.success(count === 1 ? "Dismissed" : `${count} dismissed`, {
        description: "You can restore it under Dismissed.",
        ...("ids" in selection ? { action: { label: "Undo", onClick: () => restore.mutate(selection) } } : {}),
      }),
    onError: (error) => toast.error("That did not work", { description: error.message }),
    onSettled: refresh,
  });

  return { reprocess, reprocessAll, dismiss, restore };
}

/** A hundred a call, until all up to `upTo` are through. */
async function reprocessUpTo(upTo: string) {
  const sum = { reprocessed: 0, unreadable: 0, accepted: 0 };
  let after: string | null = "0";
  while (after !== null) {
    const step: { nextAfter: string | null } & typeof sum = await postJson(
      `${base}/reprocess`,
      { upTo, after },
      bulkReprocessResult,
    );
    sum.reprocessed += step.reprocessed;
    sum.unreadable += step.unreadable;
    sum.accepted += step.accepted;
    after = step.nextAfter;
  }
  return sum;
}
