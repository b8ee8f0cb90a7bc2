import { column } from "@/lib/filters/kinds/condition";
import { durationFilter } from "@/lib/filters/kinds/range-filter";
import { microsecondsOf } from "@/lib/time/instant";

export const wait = durationFilter({
  aliases: ["human-wait"],
  label: "Wait for a person",
  help: "from handover to the first reply: >5m, 1h..1d",
  description: "From the handover to the first human message after it (`humanWaitMs`): `>5m`, `<=90s`, `1h..1d`.",
  example: ">5m",
  values: [">5m", ">1h", "<1m"],
  condition: (range) => column("humanWait").isWithin(range),
  value: ({ humanWaitMs }) => (humanWaitMs === null ? null : microsecondsOf(humanWaitMs)),
});
