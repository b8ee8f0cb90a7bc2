import { z } from "zod";
import { instant } from "./event";

const deliverySource = z.enum(["webhook", "import", "sample", "reprocess"]);
/** `partial`: some of its events are quarantined. `test`: a call without events. */
export const deliveryVerdict = z.enum(["accepted", "partial", "quarantined", "test"]);
/** What was done about a quarantined or partial delivery. */
export const deliveryResolution = z.enum(["open", "reprocessed", "dismissed"]);

/** One POST to the webhook, in the log. */
export const delivery = z.object({
  id: z.string(),
  receivedAt: instant,
  source: z.string(),
  verdict: deliveryVerdict,
  reason: z.string().nullable(),
  position: z.int().nullable().describe("The byte offset of the fault in the body."),
  tokenPlace: z.string().nullable(),
  contentType: z.string().nullable(),
  size: z.int().describe("The size of the body in bytes."),
  accepted: z.int(),
  duplicates: z.int(),
  quarantined: z.int(),
  durationMs: z.number(),
  resolution: deliveryResolution
    .nullable()
    .describe("What was done about a quarantined or partial delivery; null for others."),
  resolvedAt: instant.nullable(),
  reprocessedAs: z
    .string()
    .nullable()
    .describe("The delivery in which its events were stored when it was last reprocessed."),
  reprocessOf: z.string().nullable().describe("The delivery that was reprocessed to create this one."),
  madeBy: z.string().nullable().describe("Who created it, by reprocessing or as samples: their e-mail address."),
  editedBy: z.string().nullable().describe("Who edited its body: their e-mail address."),
  resolvedBy: z.string().nullable().describe("Who last reprocessed, dismissed or restored it: their e-mail address."),
});

export type Delivery = z.infer<typeof delivery>;

export const deliveryPage = z.object({ data: z.array(delivery), nextCursor: z.string().nullable() });

/** `GET /deliveries/{id}`. */
export const deliveryDetail = delivery.extend({
  body: z
    .object({ encoding: z.enum(["utf-8", "base64"]), text: z.string() })
    .nullable()
    .describe("The body as received, with tokens masked; null once it is deleted."),
  eventIds: z.array(z.string()).describe("The IDs of its events, in their order."),
  /** The first hundred of its events. */
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
      place: z.int().describe("The index in `events`, from 0."),
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
