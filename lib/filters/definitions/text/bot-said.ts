import { saidFilter } from "@/lib/filters/kinds/said-filter";

export const botSaid = saidFilter({
  label: "Bot said",
  help: "the bot said these words",
  by: "bot",
  texts: "the bot's messages",
});
