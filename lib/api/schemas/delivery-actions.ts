import { z } from "zod";
import { deliveryVerdict } from "./delivery";
import { id } from "./parameters";

const counts = {
  accepted: z.int().describe("Events that were stored."),
  duplicates: z.int().describe("Events that were already stored."),
  quarantined: z.int().describe("Events that were quarantined."),
  erased: z.int().describe("Events that were not stored, because their data was erased before."),
};

/** `POST /deliveries/{id}/reprocess`. Without `body`, the delivery's own is used. */
export const reprocessRequest = z
  .strictObject({
    body: z.string().optional().describe("The edited body; without it, the body of the delivery."),
    encoding: z.enum(["utf-8", "base64"]).default("utf-8").describe("The encoding of `body`."),
  })
  .optional()
  .default({ encoding: "utf-8" });

export const reprocessResult = z.object({
  deliveryId: z
    .string()
    .nullable()
    .describe("The new delivery; null if the body is still unreadable and nothing was stored."),
  verdict: deliveryVerdict.exclude(["test"]),
  ...counts,
  reason: z.string().nullable(),
  position: z.int().nullable().describe("The byte offset of the fault in the body that was reprocessed."),
});

export type ReprocessResult = z.infer<typeof reprocessResult>;

const ids = z.array(id).min(1).max(1000);
const upTo = id.describe("The newest delivery to include.");

/** `POST /deliveries/reprocess`. */
export const bulkReprocessRequest = z.union([
  z.strictObject({ ids: ids.max(100) }),
  z.strictObject({ upTo, after: id.default("0").describe("`nextAfter` of the previous answer.") }),
]);

export const bulkReprocessResult = z.object({
  reprocessed: z.int().describe("Deliveries whose events are stored now."),
  unreadable: z.int().describe("Deliveries that are still unreadable."),
  ...counts,
  nextAfter: z.string().nullable(),
});

/** `POST /deliveries/dismiss` and `/deliveries/restore`: the given ids, or all up to one. */
export const deliverySelection = z.union([z.strictObject({ ids }), z.strictObject({ upTo })]);

export type DeliverySelection = z.input<typeof deliverySelection>;

export const resolved = z.object({
  count: z.int().describe("Deliveries whose state changed."),
});
