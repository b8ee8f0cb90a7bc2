import { column } from "@/lib/filters/kinds/condition";
import { listFilter } from "@/lib/filters/kinds/list-filter";
import { namer } from "@/lib/search/is-found";

export const bot = listFilter({
  label: "Bot",
  help: "name or ID",
  description: "Name (in any case) or ID.",
  example: "Shop assistant",
  valuesFrom: "bot",
  isNegatable: true,
  condition: (value) => column("botId").isNamed("bot", value),
  facet: { label: "Bot", by: column("botId"), name: { in: "bot" } },
  matches: (conversation, value) => namer(value)(conversation.bot),
});
