import { funnelQuery, funnelResult } from "@/lib/api/schemas/funnels";
import { define } from "./definition";
import { endpoints } from "./endpoints";

export const funnelDefinitions = {
  getFunnelResult: define(endpoints.getFunnelResult, {
    tag: "Analytics",
    summary: "Get a funnel",
    description:
      "How many of the conversations that started in the period went through each step, after all before. `created` is not among the filters; `from` and `to` are the period here. Without the permission `personal`, numbers from which fewer than 5 conversations could be told are hidden.",
    takesFilters: true,
    query: funnelQuery,
    reads: { action: "search.run", list: "funnel" },
    answer: funnelResult,
    mediaTypes: ["application/json", "text/csv"],
  }),
};
