import { namer } from "@/lib/search/is-found";
import { column } from "./condition";
import { listFilter } from "./list-filter";

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
