import { createdErasure, erasure, erasureList, newErasure } from "@/lib/api/schemas/privacy/erasure";
import { define } from "./definition";
import { endpoints } from "./endpoints";

const tag = "Privacy";

/** Erasing a person's data. */
export const erasureDefinitions = {
  listErasures: define(endpoints.listErasures, {
    tag,
    summary: "List erasures",
    description: "All erasures, newest first. Requires a scope of everything.",
    answer: erasureList,
  }),
  createErasure: define(endpoints.createErasure, {
    tag,
    summary: "Erase a visitor or a conversation",
    description:
      "Erases what has been received so far, in the background: texts, deliveries, names, variables, search indexes, bookmarks' notes, views that quote the person, and the subject in the logs. It cannot be undone. Events that are sent again later are recognized and not stored. A legal hold prevents it.",
    body: newErasure,
    answer: createdErasure,
    status: 202,
    errors: [404, 409],
  }),
  getErasure: define(endpoints.getErasure, {
    tag,
    summary: "Get an erasure with its receipt",
    description: "How far it is, and when it is done, the signed receipt.",
    answer: erasure,
    errors: [404],
  }),
};
