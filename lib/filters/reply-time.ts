import { hasReplyTime } from "@/lib/filters/kinds/condition";
import type { FilterDefinition } from "@/lib/filters/kinds/filter-definition";
import { durationFilter } from "@/lib/filters/kinds/range-filter";
import { readDurationRange } from "@/lib/filters/values/range";
import { microsecondsOf } from "@/lib/time/instant";

const words = durationFilter<never>({
  label: "Reply time",
  help: "a reply that took so long: >5m, 1h..1d",
  description:
    "A person's reply to a waiting visitor that took so long: `>5m`, `<=90s`, `1h..1d`. Others of the conversation may have taken less or more.",
  example: ">5m",
  values: [">5m", ">1h", "<1m"],
  condition: hasReplyTime,
  value: () => null,
});

export const replyTime = {
  ...words,
  matches: ({ replyTimes }, text) => {
    const { from, to } = readDurationRange(text) ?? { from: 0n, to: -1n };
    return replyTimes.some(({ tookMs }) => {
      const took = tookMs === null ? null : microsecondsOf(tookMs);
      return took !== null && (from === null || took >= from) && (to === null || took <= to);
    });
  },
} as const satisfies FilterDefinition;
