import "server-only";
import type { Delivery, DeliveryFilters } from "@/lib/api/schemas/delivery";
import type { Viewer } from "@/lib/auth/viewer";
import { oneInteger, pageOf, readCursor } from "@/lib/queries/cursor";
import { Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { listDeliveries } from "@/lib/store/reads/list-deliveries";
import { deliveryOfRow } from "./delivery-of-row";

export interface DeliveryPageRequest {
  filters: DeliveryFilters;
  limit: number;
  cursor: string | undefined;
}

/** A page of the webhook log, newest first. */
export async function deliveryPage(
  _viewer: Viewer,
  { filters, limit, cursor }: DeliveryPageRequest,
): Promise<{ data: Delivery[]; nextCursor: string | null } | Refusal> {
  const list = ["deliveries", filters.verdict, filters.source, filters.resolution];
  const place = cursor === undefined ? null : readCursor(list, oneInteger, cursor);
  if (place instanceof Refusal) return place;
  const found = await listDeliveries(store(), { filters, after: place?.[0] ?? null, limit: limit + 1 });
  const { rows, nextCursor } = pageOf(list, { found, limit }, ({ id }) => [id]);
  return { data: rows.map(deliveryOfRow), nextCursor };
}
