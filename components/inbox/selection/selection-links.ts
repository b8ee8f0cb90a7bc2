import { addressOf } from "@/lib/api/client/address-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { ExportFormat } from "@/lib/api/schemas/export";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { writeFilters } from "@/lib/filters/write-filters";

/** One URL per line, as plain text. */
export function conversationLinks(keys: readonly string[]): string {
  return keys.map((key) => `${window.location.origin}/conversations/${encodeURIComponent(key)}`).join("\n");
}

/** The URL of a comparison. */
export function compareHref(a: string, b: string): string {
  return `/compare?${new URLSearchParams({ a, b })}`;
}

/** The URL of an export of the conversations that match the filters. */
export function exportHref(format: ExportFormat, filters: ConversationFilters): string {
  return addressOf(endpoints.exportConversations, { filters: writeFilters(filters), query: { format } });
}
