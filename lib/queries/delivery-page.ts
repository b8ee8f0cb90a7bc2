import "server-only";
import type { Delivery, DeliveryFilters } from "@/lib/api/schemas/delivery";
import type { Viewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/client";
import { listDeliveries } from "@/lib/store/list-deliveries";
import { oneInteger, pageOf, readCursor } from "./cursor";
import { deliveryOfRow } from "./delivery-of-row";
import { Refusal } from "./refusal";

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
