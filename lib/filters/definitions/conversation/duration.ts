import { span } from "@/lib/filters/kinds/condition";
import { durationFilter } from "@/lib/filters/kinds/range-filter";

export const duration = durationFilter({
  label: "Duration",
  help: "total length: <1h, 10m..2h",
  description: "From `createdAt` to `lastEventAt`: `<1h`, `>=90s`, `10m..2h`, in `w`, `d`, `h`, `m`, `s`.",
  example: "10m..2h",
  values: ["<5m", "<1h", ">1d"],
  condition: (range) => span("createdAt", "lastEventAt").isWithin(range),
  value: ({ created, active }) => active - created,
});
