import { stuckPage, stuckQuery } from "@/lib/api/schemas/stuck";
import { define } from "./definition";
import { endpoints } from "./endpoints";

export const stuckDefinitions = {
  listStuck: define(endpoints.listStuck, {
    tag: "Analytics",
    summary: "List conversations that are stuck",
    description:
      "Open conversations in which the visitor is stuck, the most urgent first, with the reasons and the events that show each. Conversations that are closed or have had no event for `ANALYTICS_IDLE_HOURS` are not listed.",
    takesFilters: true,
    query: stuckQuery,
    reads: { action: "search.run", list: "stuck" },
    answer: stuckPage,
    mediaTypes: ["application/json", "text/csv"],
  }),
};
