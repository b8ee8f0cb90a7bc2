import { addressOf } from "@/lib/api/client/address-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { ExportFormat } from "@/lib/api/schemas/export";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { writeFilters } from "@/lib/filters/write-filters";

/** A line each, for everything that takes text. */
export function conversationLinks(keys: readonly string[]): string {
  return keys.map((key) => `${window.location.origin}/conversations/${encodeURIComponent(key)}`).join("\n");
}

/** Two conversations side by side. */
export function compareHref(a: string, b: string): string {
  return `/compare?${new URLSearchParams({ a, b })}`;
}

/** The export of exactly what the filters let through. */
export function exportHref(format: ExportFormat, filters: ConversationFilters): string {
  return addressOf(endpoints.exportConversations, { filters: writeFilters(filters), query: { format } });
}
