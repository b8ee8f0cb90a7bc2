import { z } from "zod";
import { instant } from "./event";

const deliverySource = z.enum(["webhook", "import", "sample", "reprocess"]);
/** `partial`: some of its events are quarantined. `test`: a call without events. */
export const deliveryVerdict = z.enum(["accepted", "partial", "quarantined", "test"]);
/** What was done about a quarantined or partial delivery. */
export const deliveryResolution = z.enum(["open", "reprocessed", "dismissed"]);

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
  /** Of a quarantined or partial delivery, else null. */
  resolution: deliveryResolution.nullable(),
  resolvedAt: instant.nullable(),
  /** The latest delivery that was made of this one by reprocessing. */
  reprocessedAs: z.string().nullable(),
  /** The delivery that this one was made of by reprocessing. */
  reprocessOf: z.string().nullable(),
  /** E-mail address of whoever had it made, by reprocessing or as samples. */
  madeBy: z.string().nullable(),
  /** E-mail address of whoever edited its body. */
  editedBy: z.string().nullable(),
  /** E-mail address of whoever last reprocessed, dismissed or restored it. */
  resolvedBy: z.string().nullable(),
});

export type Delivery = z.infer<typeof delivery>;

export const deliveryPage = z.object({ data: z.array(delivery), nextCursor: z.string().nullable() });

/** `GET /deliveries/{id}`. */
export const deliveryDetail = delivery.extend({
  /** The body as it was received, tokens redacted; null once it is pruned. */
  body: z.object({ encoding: z.enum(["utf-8", "base64"]), text: z.string() }).nullable(),
  /** The events that it brought, in their order. */
  eventIds: z.array(z.string()),
  /** The first of them, at most a hundred. */
  events: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      messageType: z.string().nullable(),
      recognised: z.boolean(),
      conversationKey: z.string(),
    }),
  ),
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
  verdict: z
    .array(deliveryVerdict)
    .default([])
    .describe("`partial`: some of the events are quarantined. `test`: a test call, without events."),
  source: z.array(deliverySource).default([]).describe("Where the delivery came from."),
  resolution: z
    .array(deliveryResolution)
    .default([])
    .describe("Quarantined and partial deliveries only: what was done about them."),
});

export type DeliveryFilters = z.output<typeof deliveryFilters>;
