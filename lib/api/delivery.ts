import { z } from "zod";
import { instant } from "./event";

export const deliverySource = z.enum(["webhook", "import", "sample"]);
export const deliveryVerdict = z.enum(["accepted", "partial", "quarantined", "test", "dismissed"]);

/** One call of the webhook in the log. */
export const delivery = z.object({
  id: z.string(),
  receivedAt: instant,
  source: z.string(),
  verdict: deliveryVerdict,
  reason: z.string().nullable(),
  /** Byte offset of the fault in the body. */
  position: z.int().nullable(),
  tokenPlace: z.string().nullable(),
  contentType: z.string().nullable(),
  /** Bytes of the body. */
  size: z.int(),
  accepted: z.int(),
  duplicates: z.int(),
  quarantined: z.int(),
  durationMs: z.number(),
});

export type Delivery = z.infer<typeof delivery>;

export const deliveryPage = z.object({ data: z.array(delivery), nextCursor: z.string().nullable() });

/** `GET /deliveries/{id}`. */
export const deliveryDetail = delivery.extend({
  /** The body as it was received, tokens redacted; null once it is pruned. */
  body: z.object({ encoding: z.enum(["utf-8", "base64"]), text: z.string() }).nullable(),
  /** The events that it brought, in their order. */
  eventIds: z.array(z.string()),
  quarantinedEvents: z.array(
    z.object({
      id: z.string(),
      /** Place in `events`, from 0. */
      place: z.int(),
      raw: z.string(),
      reason: z.string(),
      position: z.int().nullable(),
      resolution: z.string().nullable(),
    }),
  ),
});

export type DeliveryDetail = z.infer<typeof deliveryDetail>;

/** The webhook log's filters. */
export const deliveryFilters = z.strictObject({
  verdict: z.array(deliveryVerdict).default([]),
  source: z.array(deliverySource).default([]),
});

export type DeliveryFilters = z.output<typeof deliveryFilters>;
