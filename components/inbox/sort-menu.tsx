"use client";

import { ArrowDownWideNarrow } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuContent, MenuLabel, MenuRadioGroup, MenuRadioItem, MenuTrigger } from "@/components/ui/menu";
import { type ConversationSort, conversationSort, defaultSort } from "@/lib/api/sort";
import type { InboxFilters } from "./use-inbox-filters";

export function SortMenu({ sort, changeSort }: Pick<InboxFilters, "sort" | "changeSort">) {
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton label="Sort" aria-pressed={sort !== defaultSort}>
          <ArrowDownWideNarrow />
        </IconButton>
      </MenuTrigger>
      <MenuContent align="end">
        <MenuLabel>Sort by</MenuLabel>
        <MenuRadioGroup value={sort} onValueChange={(value) => changeSort(conversationSort.parse(value))}>
          {conversationSort.options.map((option) => (
            <MenuRadioItem key={option} value={option}>
              {names[option]}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}

const names: Record<ConversationSort, string> = {
  "-lastEventAt": "Latest event first",
  lastEventAt: "Longest silent first",
  "-createdAt": "Newest conversation first",
  createdAt: "Oldest conversation first",
  "-eventCount": "Most events first",
  eventCount: "Fewest events first",
  "-messages": "Most messages first",
  messages: "Fewest messages first",
  "-duration": "Longest first",
  duration: "Shortest first",
};
