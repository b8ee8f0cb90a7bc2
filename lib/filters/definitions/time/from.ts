import { column } from "@/lib/filters/kinds/condition";
import { momentFilter } from "@/lib/filters/kinds/moment-filter";

export const from = momentFilter("start", {
  label: "Active from",
  help: "active on or after this day",
  description:
    "Conversations that were active (from `createdAt` to `lastEventAt`) at or after this moment: a date (the whole UTC day) or a time (UTC unless it has an offset).",
  example: "2024-01-31",
  condition: (range) => column("lastEventAt").isWithin(range),
  value: ({ active }) => active,
});
