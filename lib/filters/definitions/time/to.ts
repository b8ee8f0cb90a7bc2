import { column } from "@/lib/filters/kinds/condition";
import { momentFilter } from "@/lib/filters/kinds/moment-filter";

export const to = momentFilter("end", {
  label: "Active until",
  help: "active on or before this day",
  description: "Conversations that were active at or before this moment.",
  example: "2024-01-31",
  condition: (range) => column("createdAt").isWithin(range),
  value: ({ created }) => created,
});
