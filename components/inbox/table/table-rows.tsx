"use client";

import Link from "next/link";
import { memo } from "react";
import { hrefOfHit } from "@/components/conversation-row/hit-of-search";
import { rowHeightOf } from "@/components/conversation-row/row-height";
import type { ListView } from "@/components/inbox/list/list-view";
import { RowTick } from "@/components/inbox/list/row-tick";
import { useVirtualRows } from "@/components/inbox/list/use-virtual-rows";
import { classNames } from "@/components/ui/class-names";
import type { ListColumnSetting, ListSettings } from "@/lib/api/list-settings";
import { listColumn } from "@/lib/columns/list-column";
import type { Summary } from "@/lib/conversation/conversation";
import { hasTooltip, isAlignedRight, TableCell } from "./table-cell";
import { tableHeaderHeight, tickColumnWidth } from "./table-header";

type TableRowsProps = ListView & Pick<ListSettings, "density" | "columns">;

/** The list as table rows. */
export function TableRows({ density, columns, ...list }: TableRowsProps) {
  const { search, searchText, selectedKey, focusedKey, ticked, onTick } = list;
  const rowHeight = rowHeightOf({ form: "table", density });
  const { items, totalHeight, tabStop } = useVirtualRows(list, { rowHeight, headerHeight: tableHeaderHeight });
  return (
    <tbody className="relative block" style={{ height: totalHeight }}>
      {items.map(({ index, key, summary, top }) => (
        <tr
          key={key}
          aria-rowindex={index + 2}
          data-row=""
          data-focused={summary.key === focusedKey || undefined}
          style={{ height: rowHeight, transform: `translateY(${top}px)` }}
          className={classNames(
            "group/row absolute inset-x-0 top-0 flex data-focused:before:absolute data-focused:before:inset-y-0 data-focused:before:left-0 data-focused:before:w-0.5 data-focused:before:bg-accent items-center border-b border-line text-sm",
            summary.key === selectedKey || ticked.has(summary.key)
              ? "bg-accent-soft"
              : "hover:bg-hover data-focused:bg-hover",
          )}
        >
          <td className="relative z-10 flex shrink-0 pl-3.5" style={{ width: tickColumnWidth }}>
            <RowTick
              conversationKey={summary.key}
              title={summary.title}
              isTicked={ticked.has(summary.key)}
              onTick={onTick}
            />
          </td>
          <Cells
            summary={summary}
            columns={columns}
            href={hrefOfHit(`/conversations/${encodeURIComponent(summary.key)}${search}`, summary, searchText)}
            selected={summary.key === selectedKey}
            isTabStop={summary.key === tabStop}
            searchText={searchText}
          />
        </tr>
      ))}
    </tbody>
  );
}

interface CellsProps {
  summary: Summary;
  columns: readonly ListColumnSetting[];
  href: string;
  selected: boolean;
  isTabStop: boolean;
  searchText: string | undefined;
}

/** The first column is the link, which covers the row, so that a click anywhere opens it. */
const Cells = memo(function Cells({ summary, columns, href, selected, isTabStop, searchText }: CellsProps) {
  return columns.map(({ id, width }, index) => {
    const { cell } = listColumn(id);
    const content = <TableCell {...{ cell, summary, searchText, width }} />;
    const explains = hasTooltip(cell);
    return (
      <td
        dir="auto"
        key={id}
        style={{ width }}
        className={classNames("tabular shrink-0 truncate px-2.5", isAlignedRight(cell) && "text-right")}
      >
        {index === 0 && (
          <Link
            href={href}
            prefetch={false}
            tabIndex={isTabStop ? 0 : -1}
            aria-label={id === "title" ? undefined : summary.title}
            aria-current={selected ? "true" : undefined}
            data-conversation-key={summary.key}
            className="font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
          >
            {content}
          </Link>
        )}
        {index > 0 && explains && (
          <Link href={href} prefetch={false} tabIndex={-1} className="relative z-10 text-muted">
            {content}
          </Link>
        )}
        {index > 0 && !explains && content}
      </td>
    );
  });
});
