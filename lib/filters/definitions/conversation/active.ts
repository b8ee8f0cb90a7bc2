import { column } from "@/lib/filters/kinds/condition";
import { momentsFilter } from "@/lib/filters/kinds/range-filter";

export const active = momentsFilter({
  label: "Last event",
  help: "when its last event was: 24h, >=2024-01-01",
  description: "When their last event was, written as for `created`.",
  example: "2024-01-01..2024-01-31",
  condition: (range) => column("lastEventAt").isWithin(range),
  value: (conversation) => conversation.active,
});
