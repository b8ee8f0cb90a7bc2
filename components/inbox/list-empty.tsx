"use client";

import { Inbox, SearchX } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { noFilters } from "@/lib/api/filters";
import { filterChips } from "./filter-chips";
import { type StatusTab, tabOfFilters } from "./status-tab";
import type { InboxFilters } from "./use-inbox-filters";

/** Why the list is empty: nothing arrived yet, the tab holds nothing, or nothing matches. */
export function ListEmpty({ inbox: { filters, change } }: { inbox: InboxFilters }) {
  const tab = tabOfFilters(filters);
  if (filters.q.length > 0 || filterChips(filters).length > 0) {
    return (
      <EmptyState
        icon={<SearchX />}
        title="No conversation matches"
        action={<Button onClick={() => change(noFilters)}>Clear search and filters</Button>}
      >
        {tab === "all"
          ? "Search looks into messages, answers, file names, notes, titles and visitor fields."
          : `Only ${names[tab]} conversations were searched.`}
      </EmptyState>
    );
  }
  if (tab !== "all") {
    return (
      <EmptyState icon={<Inbox />} title={`No ${names[tab]} conversation`}>
        They will appear here by themselves.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Inbox />}
      title="No conversations yet"
      action={
        <Button asChild variant="primary" className="lg:hidden">
          <Link href="/setup">Set up the webhook</Link>
        </Button>
      }
    >
      They appear here as soon as the platform sends its first event.
    </EmptyState>
  );
}

const names: Record<StatusTab, string> = { all: "", open: "open", unassigned: "unassigned", closed: "closed" };
