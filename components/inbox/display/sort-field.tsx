"use client";

import { useId } from "react";
import type { InboxFilters } from "@/components/inbox/filters/use-inbox-filters";
import { Select } from "@/components/ui/select";
import { type ConversationSort, conversationSort } from "@/lib/api/sort";

export function SortField({ sort, changeSort }: Pick<InboxFilters, "sort" | "changeSort">) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-xs text-muted">
        Sort by
      </label>
      <Select id={id} value={sort} onChange={({ target }) => changeSort(conversationSort.parse(target.value))}>
        {conversationSort.options.map((option) => (
          <option key={option} value={option}>
            {names[option]}
          </option>
        ))}
      </Select>
    </div>
  );
}

const names: Record<ConversationSort, string> = {
  "-lastEventAt": "Latest event first",
  lastEventAt: "Longest silent first",
  "-createdAt": "Newest conversation first",
  createdAt: "Oldest conversation first",
  "-eventCount": "Most events first",
  eventCount: "Fewest events first",
  title: "Title, A to Z",
  "-title": "Title, Z to A",
  "-messages": "Most messages first",
  messages: "Fewest messages first",
  "-duration": "Longest first",
  duration: "Shortest first",
  "-noteCount": "Most notes first",
  noteCount: "Fewest notes first",
  "-gapCount": "Most gaps first",
  gapCount: "Fewest gaps first",
};
