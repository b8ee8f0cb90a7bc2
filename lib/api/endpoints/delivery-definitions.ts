import { z } from "zod";
import { activityPeriods } from "@/lib/api/activity-periods";
import { deliveryDetail, deliveryFilters, deliveryPage } from "@/lib/api/schemas/delivery";
import {
  bulkReprocessRequest,
  bulkReprocessResult,
  deliverySelection,
  reprocessRequest,
  reprocessResult,
  resolved,
} from "@/lib/api/schemas/delivery-actions";
import { deliveryActivity } from "@/lib/api/schemas/delivery-activity";
import { cursor, wholeNumber } from "@/lib/api/schemas/parameters";
import { unfamiliarReport } from "@/lib/api/schemas/unfamiliar";
import { define } from "./definition";
import { endpoints } from "./endpoints";

const tag = "Deliveries";

export const deliveryDefinitions = {
  listDeliveries: define(endpoints.listDeliveries, {
    tag,
    summary: "List deliveries",
    description:
      "The webhook log, newest first, including the quarantine. Repeating a filter means any of the values; different filters must all match.",
    query: deliveryFilters.extend({ limit: wholeNumber(1, 200, 50).describe("Deliveries per page."), cursor }),
    reads: { action: "search.run", list: "deliveries" },
    answer: deliveryPage,
  }),
  getDelivery: define(endpoints.getDelivery, {
    tag,
    summary: "Get a delivery",
    description: "With its body, the events it brought, and those that are quarantined.",
    reads: { action: "delivery.read", subject: "delivery", parameter: "id" },
    answer: deliveryDetail,
    errors: [404],
  }),
  getDeliveryBody: define(endpoints.getDeliveryBody, {
    tag,
    summary: "Get the exact bytes of a delivery's body",
    description:
      "As received, with tokens masked byte by byte. Retention rules delete old bodies: by default after `DELIVERY_BODY_DAYS`, unless the delivery was quarantined.",
    reads: { action: "raw.read", subject: "delivery", parameter: "id" },
    answer: z.string(),
    mediaTypes: ["application/octet-stream"],
    errors: [404],
  }),
  getDeliveryActivity: define(endpoints.getDeliveryActivity, {
    tag,
    summary: "Get deliveries over time",
    description: "Over the last 24 hours or 7 days, with the number of deliveries in quarantine.",
    query: z.strictObject({ period: z.enum(activityPeriods).default("24h").describe("How far back.") }),
    answer: deliveryActivity,
  }),
  reprocessDelivery: define(endpoints.reprocessDelivery, {
    tag,
    summary: "Reprocess a delivery",
    description:
      "As it is or, for admins and deliveries that are open in quarantine, edited. Duplicates are dropped. Events are stored in a new delivery; the original is kept unchanged, marked as reprocessed and linked to it. A body that is still unreadable is not stored again: `deliveryId` is null.",
    body: reprocessRequest,
    answer: reprocessResult,
    errors: [404, 409],
  }),
  reprocessDeliveries: define(endpoints.reprocessDeliveries, {
    tag,
    summary: "Reprocess quarantined deliveries",
    description:
      "Unchanged. With `upTo`, all open ones up to that delivery, a hundred per request: continue with `after` set to `nextAfter` until it is null.",
    body: bulkReprocessRequest,
    answer: bulkReprocessResult,
  }),
  dismissDeliveries: define(endpoints.dismissDeliveries, {
    tag,
    summary: "Dismiss quarantined deliveries",
    description: "They leave the list of open ones. Nothing is deleted, and `/deliveries/restore` undoes it.",
    body: deliverySelection,
    answer: resolved,
  }),
  restoreDeliveries: define(endpoints.restoreDeliveries, {
    tag,
    summary: "Restore dismissed deliveries",
    description: "They are open in quarantine again.",
    body: deliverySelection,
    answer: resolved,
  }),
  getUnfamiliar: define(endpoints.getUnfamiliar, {
    tag,
    summary: "List unknown event types, undocumented fields and unexpected payloads",
    description:
      "Event and message types that Playhead does not recognise, payloads of known types in an unexpected form, and fields that are in no published sample: how often, first and last seen, with an example.",
    answer: unfamiliarReport,
  }),
};
