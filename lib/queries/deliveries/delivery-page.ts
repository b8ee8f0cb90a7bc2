import "server-only";
import type { z } from "zod";
import type { deliveryPage as pageSchema } from "@/lib/api/schemas/delivery";
import type { Viewer } from "@/lib/auth/viewer";
import type { DeliveryFilters } from "@/lib/delivery-filters/delivery-filters";
import { readCursor, twoIntegers, writeCursor } from "@/lib/queries/cursor";
import { Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { deliverySubjects } from "@/lib/store/reads/delivery-subjects";
import { listDeliveries } from "@/lib/store/reads/list-deliveries";
import { toIso } from "@/lib/time/instant";
import { deliveryOfRow } from "./delivery-of-row";

export interface DeliveryPageRequest {
  filters: DeliveryFilters;
  limit: number;
  cursor: string | undefined;
}

/** A page of the webhook log, newest first. */
export async function deliveryPage(
  viewer: Viewer,
  { filters, limit, cursor }: DeliveryPageRequest,
): Promise<z.output<typeof pageSchema> | Refusal> {
  const list = ["deliveries", filters];
  const place = cursor === undefined ? null : readCursor(list, twoIntegers, cursor);
  if (place instanceof Refusal) return place;
  const after = place === null ? null : { receivedAt: place[0], id: place[1] };
  const { rows, next, searchedFrom } = await listDeliveries(store(), viewer, { filters, after, limit });
  const subjects = await deliverySubjects(store(), viewer, rows);
  return {
    data: rows.map((row) => ({
      ...deliveryOfRow(row),
      ...(subjects.get(row.id) ?? { types: [], conversations: [], conversationCount: 0 }),
    })),
    nextCursor: next === null ? null : writeCursor(list, [next.receivedAt, next.id]),
    searchedFrom: searchedFrom === null ? null : toIso(searchedFrom),
  };
}
