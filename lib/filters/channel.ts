import { namer } from "@/lib/search/is-found";
import { column } from "./condition";
import { listFilter } from "./list-filter";

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
