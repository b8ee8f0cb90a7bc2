import { column } from "@/lib/filters/kinds/condition";
import { listFilter } from "@/lib/filters/kinds/list-filter";
import { namer } from "@/lib/search/is-found";

export const channel = listFilter({
  label: "Channel",
  help: "name, such as Web",
  description: "Name, in any case.",
  example: "WhatsApp",
  valuesFrom: "channel",
  isNegatable: true,
  condition: (value) => column("channel").isNamed("channel", value),
  facet: { label: "Channel", by: column("channel"), name: { in: "channel" } },
  matches: (conversation, value) => conversation.channel !== null && namer(value)(conversation.channel),
});
