"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { useEffect, useMemo, useRef, useState } from "react";
import { ErrorState } from "@/components/ui/error-state";
import { conversationsQuery } from "@/lib/api/queries";
import type { Summary } from "@/lib/conversation/conversation";
import { ListEmpty } from "./list-empty";
import { ListRows } from "./list-rows";
import { ListSkeleton } from "./list-skeleton";
import { UpdatedPill } from "./updated-pill";
import { useHeldOrder } from "./use-held-order";
import type { InboxFilters } from "./use-inbox-filters";

export interface ConversationListProps {
  inbox: InboxFilters;
  /** The element that scrolls, once it is there. */
  view: HTMLElement | null;
  setView: (view: HTMLElement | null) => void;
}

/** The list in all its states. While it is read (scrolled, pointed at, walked through by keys) its order is held. */
export function ConversationList({ inbox, view, setView }: ConversationListProps) {
  const { filters, sort, search } = inbox;
  const list = useInfiniteQuery({ ...conversationsQuery(filters, sort), placeholderData: keepPreviousData });
  const latest = useMemo(() => uniqueRows(list.data?.pages.flatMap(({ data }) => data) ?? []), [list.data]);
  const [isPointedAt, setPointedAt] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const [isScrolled, setScrolled] = useState(false);
  const held = isPointedAt || isFocused || isScrolled;
  const { rows, waiting, release } = useHeldOrder(latest, held, list.isPlaceholderData ? "previous" : search);
  const selectedKey = useSelectedKey();

  useTopOfEach(search, view);

  function showLatest() {
    view?.scrollTo({ top: 0 });
    release();
  }

  if (list.isPending) return <ListSkeleton />;
  if (list.isError && rows.length === 0) {
    return (
      <ErrorState title="The conversations could not be read" onRetry={() => list.refetch()}>
        {list.error.message}
      </ErrorState>
    );
  }
  if (rows.length === 0) return <ListEmpty inbox={inbox} />;

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: nothing is operated here, it only notices whether the list is read */}
      <div
        ref={setView}
        onScroll={(event) => setScrolled(event.currentTarget.scrollTop > 0)}
        onPointerEnter={(event) => setPointedAt(event.pointerType === "mouse")}
        onPointerLeave={() => setPointedAt(false)}
        onFocus={(event) => setFocused(event.target.matches(":focus-visible"))}
        onBlur={() => setFocused(false)}
        aria-busy={list.isPlaceholderData}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain transition-opacity aria-busy:opacity-60"
      >
        <ListRows
          rows={rows}
          view={view}
          search={search}
          sought={filters.q[0]}
          selectedKey={selectedKey}
          hasMore={list.hasNextPage}
          onNearEnd={() => {
            if (!list.isFetching) void list.fetchNextPage();
          }}
        />
      </div>
      <UpdatedPill count={waiting} onShow={showLatest} />
    </>
  );
}

/** A conversation that moved while pages were read stands once, at its first place. */
function uniqueRows(rows: Summary[]): Summary[] {
  return [...new Map(rows.map((row) => [row.key, row])).values()];
}

function useSelectedKey(): string | null {
  const key = usePathname().match(/^\/conversations\/([^/]+)/)?.[1];
  return key === undefined ? null : decodeURIComponent(key);
}

/** Another list begins at its top. */
function useTopOfEach(search: string, view: HTMLElement | null): void {
  const shown = useRef(search);
  useEffect(() => {
    if (shown.current === search) return;
    shown.current = search;
    view?.scrollTo({ top: 0 });
  }, [search, view]);
}
