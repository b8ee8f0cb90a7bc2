import { column } from "@/lib/filters/kinds/condition";
import { durationFilter } from "@/lib/filters/kinds/range-filter";
import { microsecondsOf } from "@/lib/time/instant";

export const firstReply = durationFilter({
  label: "First reply",
  help: "from the first visitor message to a person's: >5m, 1h..1d",
  description:
    "From the first visitor message to the first human message after it (`firstReplyMs`): `>5m`, `<=90s`, `1h..1d`.",
  example: ">5m",
  values: [">5m", ">1h", "<1m"],
  condition: (range) => column("firstReply").isWithin(range),
  value: ({ firstReplyMs }) => (firstReplyMs === null ? null : microsecondsOf(firstReplyMs)),
});
