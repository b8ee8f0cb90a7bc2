import { column } from "@/lib/filters/kinds/condition";
import { listFilter } from "@/lib/filters/kinds/list-filter";

export const key = listFilter({
  label: "Conversation",
  help: "key, found by title",
  description: "The conversation's key: exactly these conversations.",
  example: "5f2b1c",
  valuesFrom: "key",
  // More would exceed common URL length limits.
  most: 200,
  condition: (value) => column("key").is(value),
  matches: (conversation, value) => conversation.key === value,
});
