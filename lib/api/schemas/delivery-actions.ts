import { z } from "zod";
import { deliveryVerdict } from "./delivery";
import { id } from "./parameters";

const counts = {
  /** Events stored. */
  accepted: z.int(),
  /** Events that were stored before. */
  duplicates: z.int(),
  /** Events that cannot be stored as they are. */
  quarantined: z.int(),
};

/** `POST /deliveries/{id}/reprocess`. Without `body` the delivery's own is taken. */
export const reprocessRequest = z
  .strictObject({
    body: z.string().optional().describe("The edited body."),
    encoding: z.enum(["utf-8", "base64"]).default("utf-8").describe("How `body` is written."),
  })
  .optional()
  .default({ encoding: "utf-8" });

export const reprocessResult = z.object({
  /** The new delivery; null when the body is still unreadable and nothing was stored. */
  deliveryId: z.string().nullable(),
  verdict: deliveryVerdict.exclude(["test"]),
  ...counts,
  reason: z.string().nullable(),
  /** Byte offset of the fault in the body that was sent. */
  position: z.int().nullable(),
});

export type ReprocessResult = z.infer<typeof reprocessResult>;

const ids = z.array(id).min(1).max(1000);
const upTo = id.describe("The newest delivery to take: those that arrived since are left.");

/** `POST /deliveries/reprocess`. */
export const bulkReprocessRequest = z.union([
  z.strictObject({ ids: ids.max(100) }),
  z.strictObject({ upTo, after: id.default("0").describe("`nextAfter` of the call before.") }),
]);

export const bulkReprocessResult = z.object({
  /** Deliveries that brought events, or whose events were all stored before. */
  reprocessed: z.int(),
  /** Deliveries that are as unreadable as before. */
  unreadable: z.int(),
  ...counts,
  nextAfter: z.string().nullable(),
});

/** `POST /deliveries/dismiss` and `/deliveries/restore`: those named, or all up to one. */
export const deliverySelection = z.union([z.strictObject({ ids }), z.strictObject({ upTo })]);

export type DeliverySelection = z.input<typeof deliverySelection>;

export const resolved = z.object({
  /** Deliveries whose state changed. */
  count: z.int(),
});
