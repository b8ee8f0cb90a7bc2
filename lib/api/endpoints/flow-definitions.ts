import { flowList, flowMap, flowPromptDetail, flowQuery, flowWiring } from "@/lib/api/schemas/flows";
import { define } from "./definition";
import { endpoints } from "./endpoints";

const given = {
  tag: "Analytics",
  takesFilters: true,
  query: flowQuery,
  reads: { action: "search.run", list: "flows" },
  mediaTypes: ["application/json", "text/csv"],
} as const;

const counted =
  "In the bot's conversations that started in the period and match the filters; `created` and `bot` are not among them. The filters `from` and `to` are the period here. Without the permission `personal`, numbers and titles of fewer than 5 conversations are hidden.";

export const flowDefinitions = {
  listFlows: define(endpoints.listFlows, {
    ...given,
    summary: "List the bots with their flows",
    description:
      "How many prompts each bot showed, how many of them were answered, and how its conversations ended, those with the most conversations first. Counts the conversations that started in the period and match the filters; `created` is not one of them. The filters `from` and `to` are the period here. Without the permission `personal`, numbers under 5 are hidden.",
    answer: flowList,
  }),
  getFlow: define(endpoints.getFlow, {
    ...given,
    summary: "Get the flow of a bot",
    description: `The prompts that a bot showed, what became of them, and the ways between them. ${counted}`,
    answer: flowMap,
    errors: [404],
  }),
  getFlowPrompt: define(endpoints.getFlowPrompt, {
    ...given,
    summary: "Get a prompt of a bot",
    description: `Its variants, answers, what follows, and seven days before and after each edit. ${counted}`,
    answer: flowPromptDetail,
    errors: [404],
  }),
  getFlowWiring: define(endpoints.getFlowWiring, {
    ...given,
    summary: "Check the wiring of a bot",
    description: `Where each choice should lead, what really followed, and what looks wrong. ${counted}`,
    answer: flowWiring,
    errors: [404],
  }),
};
