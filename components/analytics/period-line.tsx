import type { MetricSummary } from "@/lib/api/schemas/analytics";
import { minuteFormat } from "./period-names";

/** The exact period, with what it is compared with and what is pending in it. */
export function PeriodLine({ summary: { asOf, from, to, tz, metrics } }: { summary: MetricSummary }) {
  const format = minuteFormat(tz);
  const pending = metrics.started?.pending ?? 0;
  return (
    <p className="tabular -mb-1 text-xs text-muted">
      Conversations that started from {format.format(Date.parse(from))} to {format.format(Date.parse(to))} ({tz}),
      compared with the same time before. {pending > 0 && `${pending.toLocaleString("en")} are pending. `}
      As of <time dateTime={asOf}>{format.format(Date.parse(asOf))}</time>.
    </p>
  );
}
