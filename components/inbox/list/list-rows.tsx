"use client";

import { ConversationStar } from "@/components/bookmarks/conversation-star";
import { ConversationRow } from "@/components/conversation-row/conversation-row";
import { rowHeightOf } from "@/components/conversation-row/row-height";
import type { ListSettings } from "@/lib/api/list-settings";
import { ListSkeleton } from "./list-skeleton";
import type { ListView } from "./list-view";
import { RowTick } from "./row-tick";
import { useVirtualRows } from "./use-virtual-rows";

const skeletonRows = 3;

/** The list as cards. */
export function ListRows({ density, ...list }: ListView & Pick<ListSettings, "density">) {
  const { search, searchText, selectedKey, focusedKey, ticked, onTick, hasMore } = list;
  const rowHeight = rowHeightOf({ form: "list", density });
  const { items, totalHeight, tabStop } = useVirtualRows(list, { rowHeight, headerHeight: 0 });
  return (
    <>
      <ul className="relative" style={{ height: totalHeight }} data-ticking={ticked.size > 0 || undefined}>
        {items.map(({ key, summary, top }) => (
          <li
            key={key}
            data-row=""
            data-focused={summary.key === focusedKey || undefined}
            className="group/row absolute inset-x-0 top-0 has-checked:bg-accent-soft data-focused:bg-hover data-focused:before:absolute data-focused:before:inset-y-0 data-focused:before:left-0 data-focused:before:w-0.5 data-focused:before:bg-accent"
            style={{ height: rowHeight, transform: `translateY(${top}px)` }}
          >
            <ConversationRow
              summary={summary}
              href={`/conversations/${encodeURIComponent(summary.key)}${search}`}
              selected={summary.key === selectedKey}
              isTabStop={summary.key === tabStop}
              searchText={searchText}
              density={density}
            />
            <RowTick
              conversationKey={summary.key}
              title={summary.title}
              isTicked={ticked.has(summary.key)}
              onTick={onTick}
              className="absolute top-2.5 left-3.5 opacity-0 checked:opacity-100 group-focus-within/row:opacity-100 group-hover/row:opacity-100 in-data-ticking:opacity-100"
            />
            <ConversationStar conversationKey={summary.key} tabIndex={-1} className={starOfRow} />
          </li>
        ))}
      </ul>
      {hasMore && <ListSkeleton rows={skeletonRows} rowHeight={rowHeight} />}
    </>
  );
}

/** The star below the channel icon; visible if bookmarked, otherwise on hover. */
function starOfRow(isKept: boolean): string {
  const place = "absolute bottom-2.5 left-2.5 size-6! [&_svg]:size-3.5!";
  return isKept ? place : `${place} opacity-0 group-hover/row:opacity-100 coarse:hidden`;
}
