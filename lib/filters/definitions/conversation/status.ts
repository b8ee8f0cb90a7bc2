import { column } from "@/lib/filters/kinds/condition";
import { listFilter } from "@/lib/filters/kinds/list-filter";

const statuses = ["open", "closed"] as const;

export const status = listFilter({
  label: "Status",
  help: "open or closed",
  description: "Open or closed.",
  example: "open",
  only: statuses,
  values: statuses,
  isNegatable: true,
  condition: (value) => column("status").is(value),
  facet: { label: "Status", by: column("status") },
  matches: (conversation, value) => conversation.status === value,
});
