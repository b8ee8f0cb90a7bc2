import { sum } from "@/lib/filters/kinds/condition";
import { countFilter } from "@/lib/filters/kinds/range-filter";

export const messages = countFilter({
  label: "Messages",
  help: "number of messages: >10, 5..20",
  description: "Number of messages: `10`, `>10`, `5..20`.",
  example: ">10",
  values: [">10", "<3", "5..20"],
  condition: (range) => sum("visitorMessages", "botMessages", "userMessages").isWithin(range),
  value: ({ messageCounts: { visitor, bot, user } }) => BigInt(visitor + bot + user),
});
