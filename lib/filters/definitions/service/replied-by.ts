import { hasReply } from "@/lib/filters/kinds/condition";
import { listFilter } from "@/lib/filters/kinds/list-filter";

export const repliedBy = listFilter({
  label: "Replied by",
  help: "the ID of a person who wrote",
  description:
    "The ID of a person who wrote a message; the e-mail address in lower case for a person without an ID. The first 1,000 human messages of a conversation count.",
  example: "8183",
  isNegatable: true,
  hasAll: true,
  isExact: true,
  condition: (value) => hasReply(value, "any"),
  matches: ({ replyTimes }, value) => replyTimes.some(({ person }) => person === value),
});
