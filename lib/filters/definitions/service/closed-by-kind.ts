import { column } from "@/lib/filters/kinds/condition";
import { listFilter } from "@/lib/filters/kinds/list-filter";

const kinds = ["bot", "human", "system"] as const;

export const closedByKind = listFilter({
  label: "Closed by (kind)",
  help: "bot, human or system",
  description:
    "Who closed the conversations that are closed: a bot, a human (a user or team), or the system (a time-out, or an event without an actor).",
  example: "human",
  only: kinds,
  values: kinds,
  condition: (value) => column("closer").is(value),
  matches: ({ closer }, value) => closer === value,
});
