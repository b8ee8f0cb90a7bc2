import { z } from "zod";
import { instant } from "./event";

/** `GET /deliveries/activity`. */
export const deliveryActivity = z.object({
  open: z.int().describe("Quarantined and partial deliveries that are open."),
  lastDeliveryId: z.string().nullable(),
  lastEventAt: instant.nullable().describe("When the last event was received."),
  now: instant.describe("The time on the server, to calculate ages."),
  stepSeconds: z.int().describe("The length of each of `steps`."),
  /** Oldest first. */
  steps: z.array(
    z.object({
      at: instant.describe("The start of the step."),
      deliveries: z.int(),
      faulty: z.int().describe("Deliveries that were quarantined, completely or in part."),
    }),
  ),
});

export type DeliveryActivity = z.infer<typeof deliveryActivity>;
