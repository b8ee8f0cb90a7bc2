import { sum } from "@/lib/filters/kinds/condition";
import { count } from "./cell";
import type { ColumnDefinition } from "./column-definition";

export const messages = {
  label: "Messages",
  width: 104,
  cell: count(({ messageCounts: { visitor, bot, user } }) => visitor + bot + user),
  sort: {
    name: "messages",
    by: sum("visitorMessages", "botMessages", "userMessages"),
    ascending: "Fewest messages first",
    descending: "Most messages first",
    first: "descending",
  },
  csv: {
    "messageCounts.visitor": (summary) => summary.messageCounts.visitor,
    "messageCounts.bot": (summary) => summary.messageCounts.bot,
    "messageCounts.user": (summary) => summary.messageCounts.user,
  },
} as const satisfies ColumnDefinition;
