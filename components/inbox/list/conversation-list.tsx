"use client";

import { usePathname } from "next/navigation";
import { lazy, Suspense, useMemo } from "react";
import { rowHeightOf } from "@/components/conversation-row/row-height";
import { openConversation } from "@/components/inbox/open-conversation";
import { useSelection } from "@/components/inbox/selection/use-selection";
import { ConversationTable } from "@/components/inbox/table/conversation-table";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { ErrorState } from "@/components/ui/error-state";
import { ListEmpty } from "./list-empty";
import { ListRows } from "./list-rows";
import { ListSkeleton } from "./list-skeleton";
import { ListStale } from "./list-stale";
import type { ListView } from "./list-view";
import { UpdatedPill } from "./updated-pill";
import { useConversationRows } from "./use-conversation-rows";
import type { FocusedRow } from "./use-focused-row";
import { useListForm } from "./use-list-form";
import { useListKeys } from "./use-list-keys";

const SelectionBar = lazy(() => import("@/components/inbox/selection/selection-bar"));

interface ConversationListProps {
  inbox: InboxFilters;
  focused: FocusedRow;
}

/** The list in all its states, with its selection. */
export function ConversationList({ inbox, focused }: ConversationListProps) {
  const { filters, search } = inbox;
  const { form, density, columns } = useListForm();
  const selection = useSelection(search);
  const { list, rows, waiting, view, onNearEnd, showLatest, scroller } = useConversationRows(
    inbox,
    focused,
    selection.keys.size > 0,
  );
  const shown = useMemo(() => rows.map(({ key }) => key), [rows]);
  const selectedKey = openConversation(usePathname());
  useListKeys(view, {
    toggle: selection.toggle,
    extend: (key) => selection.extend(key, shown),
    toggleAll: () => selection.toggleAll(shown),
    clear: () => (selection.keys.size > 0 ? selection.clear() : focused.set(null)),
  });

  // Queries are paused while the browser is offline.
  const isOffline = list.fetchStatus === "paused";
  if (list.isPending && isOffline)
    return <ErrorState title="You're offline">The list loads when you're back online.</ErrorState>;
  if (list.isPending) return <ListSkeleton rowHeight={rowHeightOf({ form, density })} />;
  if (list.isError && rows.length === 0) {
    return (
      <ErrorState title="Couldn't load conversations" onRetry={() => list.refetch()}>
        {list.error.message}
      </ErrorState>
    );
  }
  if (rows.length === 0) return <ListEmpty inbox={inbox} />;

  const listView: ListView = {
    rows,
    view,
    search,
    searchText: filters.q[0] ?? filters["q.all"][0],
    selectedKey,
    focusedKey: focused.key,
    ticked: selection.keys,
    onTick: (key, toHere) => (toHere ? selection.extend(key, shown) : selection.toggle(key)),
    hasMore: list.hasNextPage,
    onNearEnd,
  };
  return (
    <>
      {(list.isError || isOffline) && (
        <ListStale message={list.error?.message ?? "You're offline."} onRetry={() => void list.refetch()} />
      )}
      <div
        {...scroller}
        data-list=""
        data-pane=""
        className="relative min-h-0 flex-1 overflow-auto overscroll-contain transition-opacity aria-busy:opacity-60"
      >
        {form === "table" ? (
          <ConversationTable
            {...listView}
            density={density}
            columns={columns}
            inbox={inbox}
            onTickAll={() => selection.toggleAll(shown)}
          />
        ) : (
          <ListRows {...listView} density={density} />
        )}
      </div>
      <div className="relative">
        <UpdatedPill count={waiting} onShow={showLatest} />
        {selection.keys.size > 0 && (
          <Suspense>
            <SelectionBar selection={selection} shown={shown} />
          </Suspense>
        )}
      </div>
    </>
  );
}
