import { z } from "zod";
import { instant } from "./event";

/** `GET /deliveries/activity`. */
export const deliveryActivity = z.object({
  /** Quarantined and partial deliveries that nobody has dealt with. */
  open: z.int(),
  lastDeliveryId: z.string().nullable(),
  /** When the last event arrived. */
  lastEventAt: instant.nullable(),
  /** The server's clock, to tell ages by. */
  now: instant,
  /** The last hour, a minute each, the oldest first. */
  minutes: z.array(
    z.object({
      /** Where the minute begins. */
      at: instant,
      deliveries: z.int(),
      /** Those quarantined, whole or in part. */
      faulty: z.int(),
    }),
  ),
});

export type DeliveryActivity = z.infer<typeof deliveryActivity>;
