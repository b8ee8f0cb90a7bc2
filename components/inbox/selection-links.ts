import type { z } from "zod";
import type { exportFormat } from "@/lib/api/export";

/** A line each, for everything that takes text. */
export function conversationLinks(keys: readonly string[]): string {
  return keys.map((key) => `${window.location.origin}/conversations/${encodeURIComponent(key)}`).join("\n");
}

/** Two conversations side by side. */
export function compareHref(a: string, b: string): string {
  return `/compare?${new URLSearchParams({ a, b })}`;
}

/** The export of exactly these conversations. */
export function exportHref(format: z.output<typeof exportFormat>, keys: readonly string[]): string {
  return `/api/v1/export?${new URLSearchParams([["format", format], ...keys.map((key) => ["key", key])])}`;
}
