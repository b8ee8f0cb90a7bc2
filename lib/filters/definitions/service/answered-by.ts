import { hasReply } from "@/lib/filters/kinds/condition";
import { listFilter } from "@/lib/filters/kinds/list-filter";

export const answeredBy = listFilter({
  label: "Answered by",
  help: "the ID of a person who answered a waiting visitor",
  description:
    "The ID of a person who answered a waiting visitor, which is what a reply time measures; written as for `repliedBy`.",
  example: "8183",
  isNegatable: true,
  hasAll: true,
  isExact: true,
  condition: (value) => hasReply(value, "timed"),
  matches: ({ replyTimes }, value) => replyTimes.some(({ person, tookMs }) => person === value && tookMs !== null),
});
