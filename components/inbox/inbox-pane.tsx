"use client";

import { usePathname } from "next/navigation";
import { useRef } from "react";
import { MaskedBadge } from "@/components/access/masked-badge";
import { DisplayMenu } from "@/components/inbox/display/display-menu";
import { FacetsButton } from "@/components/inbox/facets/facets-button";
import { AddFilter } from "@/components/inbox/filters/add-filter";
import { IgnoredParameters } from "@/components/inbox/filters/ignored-parameters";
import { StatusTabs } from "@/components/inbox/filters/status-tabs";
import { ConversationList } from "@/components/inbox/list/conversation-list";
import type { FocusedRow } from "@/components/inbox/list/use-focused-row";
import { SearchBox } from "@/components/inbox/search/search-box";
import { useSearchKeys } from "@/components/inbox/search/use-search-keys";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { ViewsBar } from "@/components/views/views-bar";
import { useInboxCommands } from "./use-inbox-commands";

/** Search, tabs and list. */
export function InboxPane({ inbox, focused }: { inbox: InboxFilters; focused: FocusedRow }) {
  const pane = useRef<HTMLDivElement>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  // Next to an open conversation, the page's heading is the conversation's title.
  const Heading = usePathname() === "/" ? "h1" : "h2";
  useSearchKeys(pane, searchInput);
  useInboxCommands(inbox);

  return (
    <div ref={pane} className="relative flex min-h-0 min-w-0 flex-1 flex-col">
      <Heading className="sr-only">Inbox</Heading>
      <ViewsBar inbox={inbox} />
      <div className="flex shrink-0 items-start gap-0.5 pt-1 pr-1.5 pb-0.5 pl-3">
        <SearchBox filters={inbox.filters} change={inbox.change} inputRef={searchInput} />
        <div className="flex pt-0.5">
          <AddFilter filters={inbox.filters} change={inbox.change} />
          <FacetsButton filters={inbox.filters} change={inbox.change} />
          <DisplayMenu sort={inbox.sort} changeSort={inbox.changeSort} />
        </div>
      </div>
      <StatusTabs filters={inbox.filters} change={inbox.change} />
      <div className="px-3 py-1.5 empty:hidden">
        <MaskedBadge />
      </div>
      <IgnoredParameters ignored={inbox.ignored} change={inbox.change} />
      <ConversationList inbox={inbox} focused={focused} />
    </div>
  );
}
