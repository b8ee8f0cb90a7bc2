import "server-only";
import type { DeliveryFilters } from "@/lib/api/delivery";
import type { Store } from "./client";

export interface DeliveriesRequest {
  filters: DeliveryFilters;
  /** The last id of the page before. */
  after: bigint | null;
  limit: number;
}

/** A page of the webhook log without the bodies, newest first. */
export async function listDeliveries({ reader }: Store, { filters, after, limit }: DeliveriesRequest) {
  return reader.delivery.findMany({
    where: {
      ...(after === null ? {} : { id: { lt: after } }),
      ...(filters.verdict.length === 0 ? {} : { verdict: { in: filters.verdict } }),
      ...(filters.source.length === 0 ? {} : { source: { in: filters.source } }),
    },
    omit: { body: true },
    orderBy: { id: "desc" },
    take: limit,
  });
}

export type DeliveryRow = Awaited<ReturnType<typeof listDeliveries>>[number];
