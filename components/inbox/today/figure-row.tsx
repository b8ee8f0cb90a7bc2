"use client";

import { useQueries } from "@tanstack/react-query";
import Link from "next/link";
import { inboxHref } from "@/components/list-state/inbox-search";
import { countsQuery } from "@/lib/api/client/conversation-queries";
import { figures } from "./figures";

/** The numbers at the top, each linked to its conversations. */
export function FigureRow() {
  const counts = useQueries({ queries: figures.map(({ filters }) => countsQuery(filters)) });
  return (
    <ul className="grid grid-cols-2 rounded-xl border border-line bg-pane @xl:grid-cols-4">
      {figures.map(({ name, filters, sort }, place) => (
        <li key={name} className="min-w-0">
          <Link
            href={inboxHref(filters, sort)}
            prefetch={false}
            className="block rounded-xl px-4 py-3.5 hover:bg-hover focus-visible:-outline-offset-2"
          >
            <span className="tabular block h-7 text-xl font-semibold">
              {counts[place]?.data?.all.toLocaleString("en")}
            </span>
            <span className="block text-xs text-muted">{name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
