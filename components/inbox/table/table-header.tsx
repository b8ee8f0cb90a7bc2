"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { type DragEvent, useState } from "react";
import { useAllowed } from "@/components/access/use-allowed";
import { useListSettings } from "@/components/list-state/list-settings-context";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { classNames } from "@/components/ui/class-names";
import { type ListColumn, listColumn } from "@/lib/columns/list-column";
import { moveColumn, resizeColumn } from "./change-columns";
import { ColumnEdge } from "./column-edge";
import { columnSort } from "./column-sort";
import { isAlignedRight } from "./table-cell";

export const tableHeaderHeight = 34;
/** Width in pixels of the checkbox column. */
export const tickColumnWidth = 38;

export interface TableHeaderProps extends Pick<InboxFilters, "sort" | "changeSort"> {
  allTicked: boolean;
  onTickAll: () => void;
}

/** The column headers: a click sorts, dragging moves a column, and its edge resizes it. */
export function TableHeader({ sort, changeSort, allTicked, onTickAll }: TableHeaderProps) {
  const { settings, change } = useListSettings();
  const { columns } = settings;
  const isAllowed = useAllowed();
  const [dragged, setDragged] = useState<ListColumn | null>(null);

  function dragOver(event: DragEvent, to: number) {
    if (dragged === null) return;
    event.preventDefault();
    if (columns[to]?.id !== dragged) change({ columns: moveColumn(columns, dragged, to) });
  }

  return (
    <thead
      data-list-header=""
      className="sticky top-0 z-20 block border-b border-line bg-pane"
      style={{ height: tableHeaderHeight }}
    >
      <tr className="flex h-full text-xs text-muted">
        <th scope="col" className="flex shrink-0 items-center pl-3.5" style={{ width: tickColumnWidth }}>
          <input
            type="checkbox"
            aria-label="Select all shown"
            checked={allTicked}
            onChange={onTickAll}
            className="size-3.5 cursor-pointer accent-accent"
          />
        </th>
        {columns.map(({ id, width }, index) => {
          const column = listColumn(id);
          const order = isAllowed(column.sort ?? {}) ? columnSort(column, sort) : null;
          return (
            <th
              key={id}
              scope="col"
              aria-sort={order === null || order.direction === "none" ? undefined : order.direction}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = "move";
                event.dataTransfer.setData("text/plain", column.label);
                setDragged(id);
              }}
              onDragOver={(event) => dragOver(event, index)}
              onDrop={(event) => event.preventDefault()}
              onDragEnd={() => setDragged(null)}
              style={{ width }}
              className={classNames(
                "group/head relative flex shrink-0 font-normal items-stretch",
                dragged === id && "bg-accent-soft",
              )}
            >
              {order === null ? (
                <span className={classNames(label, isAlignedRight(column.cell) && "justify-end")}>
                  <span dir="auto" className="truncate">
                    {column.label}
                  </span>
                </span>
              ) : (
                <button
                  type="button"
                  onClick={() => changeSort(order.next)}
                  className={classNames(
                    label,
                    "hover:text-text focus-visible:-outline-offset-2",
                    isAlignedRight(column.cell) && "justify-end",
                    order.direction !== "none" && "font-medium text-text",
                  )}
                >
                  <span dir="auto" className="truncate">
                    {column.label}
                  </span>
                  {order.direction === "ascending" && <ArrowUp aria-hidden="true" className="size-3 shrink-0" />}
                  {order.direction === "descending" && <ArrowDown aria-hidden="true" className="size-3 shrink-0" />}
                </button>
              )}
              <ColumnEdge
                name={column.label}
                width={width}
                usual={column.width}
                onResize={(wanted) => change({ columns: resizeColumn(columns, id, wanted) })}
              />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

const label = "flex min-w-0 flex-1 items-center gap-1 px-2.5 text-left";
