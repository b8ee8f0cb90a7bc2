"use client";

import type { ListView } from "@/components/inbox/list/list-view";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import type { ListSettings } from "@/lib/api/list-settings";
import { TableHeader, tickColumnWidth } from "./table-header";
import { TableRows } from "./table-rows";

export interface ConversationTableProps extends ListView, Pick<ListSettings, "density" | "columns"> {
  inbox: InboxFilters;
  onTickAll: () => void;
}

/** The list as a table with selectable columns; it scrolls horizontally if they do not fit. */
export function ConversationTable({ inbox, onTickAll, ...list }: ConversationTableProps) {
  const { rows, columns, ticked, hasMore } = list;
  const width = columns.reduce((sum, column) => sum + column.width, tickColumnWidth);
  return (
    <>
      <table
        aria-label="Conversations"
        aria-rowcount={hasMore ? -1 : rows.length + 1}
        style={{ minWidth: width }}
        className="block w-full"
      >
        <TableHeader
          sort={inbox.sort}
          changeSort={inbox.changeSort}
          allTicked={rows.every(({ key }) => ticked.has(key))}
          onTickAll={onTickAll}
        />
        <TableRows {...list} />
      </table>
      {hasMore && <p className="sticky left-0 w-fit px-4 py-3 text-xs text-muted">More are on their way…</p>}
    </>
  );
}
