import type { z } from "zod";
import { type ConversationFilters, writeFilters } from "@/lib/api/filters";
import type { exportFormat } from "@/lib/api/schemas/export";

/** A line each, for everything that takes text. */
export function conversationLinks(keys: readonly string[]): string {
  return keys.map((key) => `${window.location.origin}/conversations/${encodeURIComponent(key)}`).join("\n");
}

/** Two conversations side by side. */
export function compareHref(a: string, b: string): string {
  return `/compare?${new URLSearchParams({ a, b })}`;
}

/** The export of exactly what the filters let through. */
export function exportHref(
  format: z.output<typeof exportFormat>,
  filters: ConversationFilters,
  columns: readonly string[] = [],
): string {
  const parameters = writeFilters(filters);
  parameters.set("format", format);
  if (format === "csv" && columns.length > 0) parameters.set("columns", columns.join(","));
  return `/api/v1/export?${parameters}`;
}
