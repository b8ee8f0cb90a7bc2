import { column } from "@/lib/filters/kinds/condition";
import { listFilter } from "@/lib/filters/kinds/list-filter";

export const account = listFilter({
  label: "Account",
  help: "key or ID",
  description: "Key or ID.",
  example: "476",
  valuesFrom: "account",
  isNegatable: true,
  isExact: true,
  condition: (value) => column("accountKey").isNamed("account", value),
  facet: { label: "Account", by: column("accountKey"), name: { in: "account" } },
  matches: (conversation, value) => [conversation.account.key, conversation.account.id].includes(value),
});
