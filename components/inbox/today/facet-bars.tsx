"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { inboxHref } from "@/components/list-state/inbox-search";
import { classNames } from "@/components/ui/class-names";
import { facetsQuery } from "@/lib/api/client/conversation-queries";
import { actorName } from "@/lib/events/actor-name";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import type { FacetKey } from "@/lib/filters/filters";
import { NothingListed, TodayCard } from "./today-card";

const mostValues = 5;

interface FacetBarsProps {
  title: string;
  range: string;
  linkName: string;
  /** The conversations counted. */
  filters: ConversationFilters;
  /** The filters for all conversations that have a value. */
  all: ConversationFilters;
  facet: FacetKey;
  bar: string;
  nothing: string;
}

/** The most frequent values of a facet, each linked to its conversations. */
export function FacetBars({ title, range, linkName, filters, all, facet, bar, nothing }: FacetBarsProps) {
  const { data } = useQuery(facetsQuery(filters, [facet]));
  const [counted] = data?.facets ?? [];
  const shown = counted?.values.slice(0, mostValues);
  const most = Math.max(1, ...(shown ?? []).map(({ count }) => count));
  return (
    <TodayCard title={title} range={range} href={inboxHref(all)} linkName={linkName}>
      {shown?.length === 0 && <NothingListed>{nothing}</NothingListed>}
      <ul className="px-1.5 pb-2">
        {shown?.map(({ value, name, count }) => (
          <li key={value}>
            <Link
              href={inboxHref({ ...filters, [facet]: [value] })}
              prefetch={false}
              className="block rounded-lg px-2.5 py-1.5 text-sm hover:bg-hover focus-visible:-outline-offset-2"
            >
              <span className="flex items-baseline gap-3">
                <bdi dir="auto" className="min-w-0 flex-1 truncate">
                  {name.includes("@") ? actorName({ type: "user", id: null, email: name, name: null }) : name}
                </bdi>
                <span className="tabular text-xs text-muted">
                  {count.toLocaleString("en")}
                  {counted?.isExact === false && "+"}
                </span>
              </span>
              <span aria-hidden="true" className="mt-1 block h-1.5 overflow-hidden rounded-full bg-hover">
                <span
                  className={classNames("block h-full rounded-full", bar)}
                  style={{ width: `${(count / most) * 100}%` }}
                />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </TodayCard>
  );
}
