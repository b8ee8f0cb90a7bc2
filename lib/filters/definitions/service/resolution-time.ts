import { column } from "@/lib/filters/kinds/condition";
import { durationFilter } from "@/lib/filters/kinds/range-filter";
import { fromIso } from "@/lib/time/instant";

export const resolutionTime = durationFilter({
  label: "Resolution time",
  help: "from the start to the last close: <1h, 10m..2h",
  description: "From `createdAt` to the last close, also if it was opened again: `<1h`, `>=90s`, `10m..2h`.",
  example: "<1h",
  values: ["<5m", "<1h", ">1d"],
  condition: (range) => column("closedAfter").isWithin(range),
  value: ({ created, closedAt }) => (closedAt === null ? null : fromIso(closedAt) - created),
});
