"use client";

import Link from "next/link";
import { eventHref } from "@/components/ui/event-href";
import { exactTime } from "@/components/ui/format-time";
import { useNow } from "@/components/ui/hooks/use-now";
import type { StuckPage } from "@/lib/api/schemas/stuck";
import { formatDuration } from "@/lib/time/duration";
import { eventOfReason, reasonWords } from "./reason-words";

const minute = 60_000;

/** A conversation of the queue; each reason leads to its event. */
export function StuckItem({ item: { key, title, bot, since, reasons } }: { item: StuckPage["data"][number] }) {
  return (
    <li data-stuck={key} className="border-b border-line px-4 py-3 last:border-b-0 md:px-5">
      <div className="flex items-baseline gap-3">
        <Link
          href={`/conversations/${encodeURIComponent(key)}`}
          data-stuck-title
          dir="auto"
          className="min-w-0 truncate rounded font-medium hover:underline"
        >
          <bdi>{title}</bdi>
        </Link>
        {bot !== null && (
          <span dir="auto" className="min-w-0 truncate text-sm text-muted">
            <bdi>{bot.name ?? `Bot ${bot.id}`}</bdi>
          </span>
        )}
        <Lasting since={since} className="tabular ml-auto shrink-0 text-sm font-medium" />
      </div>
      <ul className="mt-1 flex flex-col gap-0.5 text-sm">
        {reasons.map((reason) => (
          <li key={reason.kind} className="flex items-baseline gap-2">
            <Link
              href={eventHref(key, eventOfReason(reason))}
              data-reason={reason.kind}
              className="rounded text-muted hover:text-text hover:underline coarse:py-1"
            >
              {reasonWords(reason.kind, reason.eventIds.length)}
            </Link>
            {reason.since !== since && <Lasting since={reason.since} className="tabular shrink-0 text-xs text-muted" />}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** For how long, updated live. */
function Lasting({ since, className }: { since: string; className: string }) {
  const length = Math.max(0, useNow() - Date.parse(since));
  return (
    <time dateTime={since} title={`Since ${exactTime(since)}`} className={className} suppressHydrationWarning>
      {length < minute ? "< 1 min" : formatDuration(length - (length % minute))}
    </time>
  );
}
