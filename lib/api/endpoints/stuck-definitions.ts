import { stuckPage, stuckQuery } from "@/lib/api/schemas/stuck";
import { define } from "./definition";
import { endpoints } from "./endpoints";

export const stuckDefinitions = {
  listStuck: define(endpoints.listStuck, {
    tag: "Analytics",
    summary: "List conversations that are stuck",
    description:
      "Open conversations whose visitor does not get on, the most urgent first: with the reasons, and the events that show each. Closed conversations, and those without an event for `ANALYTICS_IDLE_HOURS`, are not stuck.",
    takesFilters: true,
    query: stuckQuery,
    reads: { action: "search.run", list: "stuck" },
    answer: stuckPage,
    mediaTypes: ["application/json", "text/csv"],
  }),
};
