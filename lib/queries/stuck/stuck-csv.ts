import "server-only";
import type { StuckPage } from "@/lib/api/schemas/stuck";
import { csvTable } from "@/lib/queries/exports/csv-rows";

const columns = ["key", "title", "bot", "score", "kind", "since", "eventIds"];

/** The queue as CSV: one row per reason. */
export function stuckCsv({ data }: StuckPage): string {
  const rows = data.flatMap(({ key, title, bot, score, reasons }) =>
    reasons.map(({ kind, since, eventIds }) => [key, title, bot?.id ?? null, score, kind, since, eventIds.join(" ")]),
  );
  return csvTable(columns, rows);
}
