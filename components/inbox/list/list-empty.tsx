"use client";

import { useQueries } from "@tanstack/react-query";
import { Inbox, SearchX } from "lucide-react";
import Link from "next/link";
import { useCan } from "@/components/access/viewer-context";
import { type FilterPart, filterParts } from "@/components/inbox/filters/filter-parts";
import { tabOfFilters } from "@/components/inbox/filters/status-tab";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { shortCount } from "@/components/ui/short-count";
import { countsQuery } from "@/lib/api/client/conversation-queries";
import { noFilters } from "@/lib/filters/conversation-filters";

/** With more filters than this, removing each one is not tried. */
const mostParts = 8;

/** Explains an empty list: nothing has arrived yet, the tab is empty, or nothing matches. */
export function ListEmpty({ inbox: { filters, change } }: { inbox: InboxFilters }) {
  const parts = filterParts(filters);
  const tab = tabOfFilters(filters);
  if (parts.length === 0) return <NothingYet />;
  if (parts.length === 1 && tab !== "all") {
    return (
      <EmptyState icon={<Inbox />} title={`No ${tab} conversations`}>
        New ones appear here automatically.
      </EmptyState>
    );
  }
  return <NoMatch parts={parts.slice(0, mostParts)} filters={filters} change={change} />;
}

type NoMatchProps = { parts: FilterPart[] } & Pick<InboxFilters, "filters" | "change">;

/** Offers the results without each part of the filters; parts whose removal does not help are not offered. */
function NoMatch({ parts, filters, change }: NoMatchProps) {
  const counts = useQueries({
    queries: parts.map(({ without }) => ({ ...countsQuery({ ...filters, ...without }), enabled: parts.length > 1 })),
  });
  const useful = parts.flatMap((part, place) => {
    const counted = counts[place]?.data;
    const count = counted?.[tabOfFilters({ ...filters, ...part.without })] ?? 0;
    return parts.length > 1 && count > 0 ? [{ ...part, count }] : [];
  });
  return (
    <EmptyState
      icon={<SearchX />}
      title="No matching conversations"
      className="overflow-y-auto"
      action={
        <>
          <Droppable parts={useful} onDrop={(part) => change(part.without)} />
          <Button onClick={() => change(noFilters)}>Clear search and filters</Button>
        </>
      }
    >
      {useful.length > 0
        ? "Try removing one of these:"
        : counts.some(({ isLoading }) => isLoading)
          ? "Try removing a filter."
          : "Searched messages, answers, file names, notes, titles and visitor details."}
    </EmptyState>
  );
}

type UsefulPart = FilterPart & { count: number };

function Droppable({ parts, onDrop }: { parts: readonly UsefulPart[]; onDrop: (part: UsefulPart) => void }) {
  if (parts.length === 0) return null;
  return (
    <ul className="mb-1 flex w-full flex-col items-center gap-1.5">
      {parts.map((part) => (
        <li key={part.id} className="max-w-full">
          <Button size="small" onClick={() => onDrop(part)} className="max-w-full">
            <span dir="auto" className="truncate">
              Without <bdi className="font-semibold">{part.name}</bdi>
            </span>
            <span className="tabular text-muted">{shortCount(part.count)}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

function NothingYet() {
  const canSetUp = useCan("operate");
  return (
    <EmptyState
      icon={<Inbox />}
      title="No conversations yet"
      action={
        canSetUp && (
          <Button asChild variant="primary" className="lg:hidden">
            <Link href="/setup">Set up the webhook</Link>
          </Button>
        )
      }
    >
      They appear here when the platform sends its first event.
    </EmptyState>
  );
}
