import "server-only";
import type {
  Cell,
  MetricBreakdown,
  MetricDistribution,
  MetricSeries,
  MetricSummary,
  People,
} from "@/lib/api/schemas/analytics";
import { csvTable } from "@/lib/queries/exports/csv-rows";

const cellColumns = ["value", "n", "k", "p90", "low", "high", "neverAnswered", "pending", "reason", "conversations"];

/** A summary as CSV, one row per metric and period. */
export function summaryCsv({ metrics, previous }: MetricSummary): string {
  const rowsOf = (period: string, cells: Record<string, Cell | undefined>) =>
    Object.entries(cells).flatMap(([id, cell]) => (cell === undefined ? [] : [[period, id, ...cellsOf(cell)]]));
  return table(["period", "metric"], [...rowsOf("current", metrics), ...rowsOf("previous", previous ?? {})]);
}

/** People as CSV: one row per person and number. */
export function peopleCsv({ data }: People): string {
  const names = ["conversations", "messages", "replyTime", "closes"] as const;
  return table(
    ["id", "name", "email", "metric"],
    data.flatMap((person) =>
      names.map((metric) => [person.id, person.name, person.email, metric, ...cellsOf(person[metric])]),
    ),
  );
}

/** A series as CSV, one row per interval. */
export function seriesCsv({ data }: MetricSeries): string {
  return table(
    ["from"],
    data.map(({ from, cell }) => [from, ...cellsOf(cell)]),
  );
}

/** A breakdown as CSV, one row per group; the last one has no key if it is for the rest. */
export function breakdownCsv({ data, others }: MetricBreakdown): string {
  const rows = data.map(({ key, name, cell }) => [key, name, ...cellsOf(cell)]);
  return table(["key", "name"], others === null ? rows : [...rows, ["", "", ...cellsOf(others)]]);
}

/** A distribution as CSV, one row per range. */
export function distributionCsv({ data }: MetricDistribution): string {
  const rows = data.map(({ fromMs, toMs, count, conversations }) => [fromMs, toMs, count, `?${conversations}`]);
  return csvTable(["fromMs", "toMs", "count", "conversations"], rows);
}

function cellsOf({ value, n, k, p90, interval, neverAnswered, pending, reason, conversations }: Cell) {
  // With a question mark, it is not taken for a formula if it begins with a minus.
  return [value, n, k, p90, interval?.[0], interval?.[1], neverAnswered, pending, reason, `?${conversations}`];
}

function table(first: readonly string[], rows: Parameters<typeof csvTable>[1]): string {
  return csvTable([...first, ...cellColumns], rows);
}
