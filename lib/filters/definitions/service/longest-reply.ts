import { column } from "@/lib/filters/kinds/condition";
import { durationFilter } from "@/lib/filters/kinds/range-filter";
import { microsecondsOf } from "@/lib/time/instant";

export const longestReply = durationFilter({
  label: "Longest reply time",
  help: "of the person in charge: >5m, 1h..1d",
  description:
    "The longest time from a visitor message to the reply of the person in charge (`longestReplyMs`): `>5m`, `<=90s`, `1h..1d`.",
  example: ">5m",
  values: [">5m", ">1h", "<1m"],
  condition: (range) => column("longestReply").isWithin(range),
  value: ({ longestReplyMs }) => (longestReplyMs === null ? null : microsecondsOf(longestReplyMs)),
});
