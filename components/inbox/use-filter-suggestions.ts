"use client";

import { useQueryClient } from "@tanstack/react-query";
import { actorName } from "@/components/ui/actor-name";
import { queryScope } from "@/lib/api/queries";
import type { Summary } from "@/lib/conversation/conversation";

export interface FilterSuggestion {
  value: string;
  name: string;
}

export type SuggestedFilter = "assignee" | "label" | "channel" | "bot" | "has";

/** What the conversations that were read so far can be filtered by. Any other value can be typed. */
export function useFilterSuggestions(): Record<SuggestedFilter, FilterSuggestion[]> {
  const cache = useQueryClient();
  const rows = cache
    .getQueriesData<{ pages: { data: Summary[] }[] }>({ queryKey: [queryScope.conversations] })
    .flatMap(([, list]) => list?.pages ?? [])
    .flatMap(({ data }) => data);
  return {
    assignee: [
      { value: "none", name: "Nobody" },
      ...distinct(rows.map(({ assignee }) => assigneeSuggestion(assignee))),
    ],
    label: distinct(
      rows.flatMap(({ labels }) => labels.map(({ id, name }) => ({ value: name ?? id, name: name ?? id }))),
    ),
    channel: distinct(rows.map(({ channel }) => channel && { value: channel.name, name: channel.name })),
    bot: distinct(rows.map(({ bot }) => bot && { value: bot.name ?? bot.id, name: bot.name ?? `Bot ${bot.id}` })),
    has: ["form.response", "file_upload.response", "image", "appointment_booking.response"].map((value) => ({
      value,
      name: value,
    })),
  };
}

function assigneeSuggestion(assignee: Summary["assignee"]): FilterSuggestion | null {
  const value = assignee?.email ?? assignee?.id;
  return assignee && value ? { value, name: actorName(assignee) } : null;
}

const most = 10;

function distinct(suggestions: readonly (FilterSuggestion | null)[]): FilterSuggestion[] {
  const byValue = new Map(suggestions.filter((one) => one !== null).map((one) => [one.value, one]));
  return [...byValue.values()].sort((one, other) => one.name.localeCompare(other.name)).slice(0, most);
}
