import { column } from "@/lib/filters/kinds/condition";
import { momentsFilter } from "@/lib/filters/kinds/range-filter";

export const created = momentsFilter({
  label: "Started",
  help: "when it started: 7d, today, 2024-01-31, 2024-01-01..2024-01-31",
  description:
    "When they started: `2024-01-31` (the UTC day), `2024-01-01..2024-01-31`, `>=2024-01-01`, `7d` or `24h` (the last ones), `30d..7d` (between so long ago), `today` and `yesterday` (UTC).",
  example: "7d",
  condition: (range) => column("createdAt").isWithin(range),
  value: (conversation) => conversation.created,
});
