import { z } from "zod";
import {
  type DeliveryFilterKey,
  type DeliveryFilters,
  deliveryFilterOf,
  deliveryResolutions,
  deliveryVerdicts,
} from "@/lib/delivery-filters/delivery-filters";
import { instant } from "./event";

export const deliveryVerdict = z.enum(deliveryVerdicts);
export const deliveryResolution = z.enum(deliveryResolutions);

/** One POST to the webhook, as logged. */
const delivery = z.object({
  id: z.string(),
  receivedAt: instant,
  source: z.string(),
  verdict: deliveryVerdict,
  status: z
    .int()
    .nullable()
    .describe("The status code of the response; null if the delivery did not come through the webhook."),
  reason: z.string().nullable(),
  position: z.int().nullable().describe("The byte offset of the fault in the body."),
  tokenPlace: z.string().nullable(),
  contentType: z.string().nullable(),
  size: z.int().describe("The size of the body in bytes."),
  accepted: z.int(),
  duplicates: z.int(),
  quarantined: z.int(),
  erased: z.int().describe("Events that were not stored, because their data was erased before."),
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

const deliveryConversation = z.object({
  key: z.string(),
  title: z.string().nullable(),
  visitor: z.string().nullable().describe("The visitor's name."),
});

/** A delivery in the list. */
export const listedDelivery = delivery.extend({
  types: z
    .array(z.string())
    .describe("The types of its events, in their order; of a message, the message's type. Of the first 500 events."),
  conversations: z.array(deliveryConversation).describe("The first three conversations that it has events of."),
  conversationCount: z.int().describe("How many conversations it has events of. Of the first 500 events."),
});

export type ListedDelivery = z.infer<typeof listedDelivery>;

export const deliveryPage = z.object({
  data: z.array(listedDelivery),
  nextCursor: z
    .string()
    .nullable()
    .describe("Continues the search, also if this page is not full: each request looks at 100,000 deliveries at most."),
  searchedFrom: instant
    .nullable()
    .describe("The oldest moment that was searched, if the time range has older deliveries; otherwise null."),
});

/** `GET /deliveries/{id}`. */
export const deliveryDetail = delivery.extend({
  headers: z
    .record(z.string(), z.string())
    .describe("Some of the request's headers: none with a token. They are deleted together with the body."),
  response: z
    .object({ status: z.int(), body: z.string() })
    .nullable()
    .describe(
      "The response by the delivery's verdict, with the token masked; null if it did not come through the webhook. A delivery whose commit took longer than 3 s was answered with 503.",
    ),
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
      title: z.string().nullable().describe("The conversation's title."),
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

function value(key: DeliveryFilterKey) {
  return z.string().transform((text, context) => {
    const read = deliveryFilterOf(key).read(text);
    if ("value" in read) return read.value;
    context.addIssue({ code: "custom", message: read.problem });
    return z.NEVER;
  });
}

const list = (key: DeliveryFilterKey) => z.array(value(key)).default([]).describe(deliveryFilterOf(key).description);
const single = (key: DeliveryFilterKey) =>
  value(key).nullable().default(null).describe(deliveryFilterOf(key).description);

/** The webhook log's filters. */
export const deliveryFilters = z.strictObject({
  q: single("q"),
  status: list("status"),
  type: list("type"),
  conversation: list("conversation"),
  tokenPlace: list("tokenPlace"),
  size: single("size"),
  from: single("from"),
  to: single("to"),
  verdict: list("verdict"),
  resolution: list("resolution"),
  source: list("source"),
}) satisfies z.ZodType<DeliveryFilters>;
