"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { preview } from "@/components/conversation-row/preview";
import { WaitingBadge } from "@/components/conversation-row/waiting-badge";
import { inboxHref, writeInboxSearch } from "@/components/list-state/inbox-search";
import { Avatar } from "@/components/ui/avatar";
import { firstConversationsQuery } from "@/lib/api/client/conversation-queries";
import type { Summary } from "@/lib/conversation/conversation";
import { waitingNow } from "./figures";
import { NothingListed, TodayCard } from "./today-card";

const mostWaiting = 5;

/** Visitors waiting for a person, longest wait first. */
export function WaitingList() {
  const { filters, sort } = waitingNow;
  const { data } = useQuery(firstConversationsQuery(filters, sort, mostWaiting));
  const search = writeInboxSearch(filters, sort);
  return (
    <TodayCard title="Waiting now" range="longest first" href={inboxHref(filters, sort)} linkName="All waiting">
      {data?.data.length === 0 && <NothingListed>No visitor is waiting for a reply.</NothingListed>}
      <ul className="px-1.5 pb-2">
        {data?.data.map((summary) => (
          <li key={summary.key}>
            <Waiting summary={summary} href={`/conversations/${encodeURIComponent(summary.key)}?${search}`} />
          </li>
        ))}
      </ul>
    </TodayCard>
  );
}

function Waiting({ summary, href }: { summary: Summary; href: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="flex items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-sm hover:bg-hover focus-visible:-outline-offset-2"
    >
      {summary.assignee !== null && <Avatar actor={summary.assignee} />}
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block truncate">
          <bdi>{summary.title}</bdi>
        </span>
        <span dir="auto" className="block truncate text-xs text-muted">
          {preview(summary).text}
        </span>
      </span>
      {summary.waitingSince !== null && <WaitingBadge since={summary.waitingSince} />}
    </Link>
  );
}
