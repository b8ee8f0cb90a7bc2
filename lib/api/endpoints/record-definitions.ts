import { z } from "zod";
import { eventPage, eventWithRaw } from "@/lib/api/schemas/event";
import { cursor, wholeNumber } from "@/lib/api/schemas/parameters";
import { variableHistory, visitor } from "@/lib/api/schemas/visitor";
import { define } from "./definition";
import { endpoints } from "./endpoints";

/** Events and visitors. */
export const recordDefinitions = {
  getEvent: define(endpoints.getEvent, {
    tag: "Events",
    summary: "Get an event",
    description: "With `raw`, the exact text that was received.",
    reads: { action: "raw.read", subject: "event", parameter: "id" },
    answer: eventWithRaw,
    errors: [404],
  }),
  getVisitor: define(endpoints.getVisitor, {
    tag: "Visitors",
    summary: "Get a visitor",
    description: "One person across all conversations, with their contact variables and conversations.",
    reads: { action: "visitor.read", subject: "visitor", parameter: "key" },
    answer: visitor,
    errors: [404],
  }),
  listVisitorEvents: define(endpoints.listVisitorEvents, {
    tag: "Visitors",
    summary: "List the events of a visitor",
    description: "Across all their conversations, by time. The `envelope` of each event names its conversation.",
    query: z.strictObject({
      limit: wholeNumber(1, 1000, 200).describe("Events per page."),
      cursor,
      order: z
        .enum(["asc", "desc"], 'must be "asc" or "desc"')
        .default("asc")
        .describe("`asc`: oldest first; `desc`: newest first."),
    }),
    reads: { action: "visitor.read", subject: "visitor", parameter: "key" },
    answer: eventPage,
    errors: [404],
  }),
  listVariableValues: define(endpoints.listVariableValues, {
    tag: "Visitors",
    summary: "List the values that a contact variable has had",
    description: "Pages go by conversation, newest first; within a page the newest value comes first.",
    query: z.strictObject({ cursor }),
    reads: { action: "visitor.read", subject: "visitor", parameter: "key" },
    answer: variableHistory,
    errors: [404],
  }),
};
