import { hasReplyTime } from "@/lib/filters/kinds/condition";
import { durationFilter } from "@/lib/filters/kinds/range-filter";
import { microsecondsOf } from "@/lib/time/instant";

export const replyTime = durationFilter<never>({
  label: "Reply time",
  help: "a reply that took so long: >5m, 1h..1d",
  description:
    "A person's reply to a waiting visitor that took so long: `>5m`, `<=90s`, `1h..1d`. Others of the conversation may have taken less or more.",
  example: ">5m",
  values: [">5m", ">1h", "<1m"],
  condition: hasReplyTime,
  value: ({ replyTimes }) => replyTimes.map(({ tookMs }) => (tookMs === null ? null : microsecondsOf(tookMs))),
});
