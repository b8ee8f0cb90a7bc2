"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ListFilter, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { PaletteGroup, PaletteItem } from "@/components/commands/palette-item";
import { Highlight } from "@/components/conversation-row/highlight";
import { hrefOfHit } from "@/components/conversation-row/hit-of-search";
import { RowPreview } from "@/components/conversation-row/row-preview";
import { inboxHref } from "@/components/list-state/inbox-search";
import { ChannelIcon } from "@/components/ui/channel-icon";
import { useSettled } from "@/components/ui/hooks/use-settled";
import { RelativeTime } from "@/components/ui/relative-time";
import { firstConversationsQuery } from "@/lib/api/client/conversation-queries";
import { defaultSort } from "@/lib/columns/sorts";
import type { Summary } from "@/lib/conversation/conversation";
import { formatFilters } from "@/lib/filter-text/format-filters";
import { parseFilterText } from "@/lib/filter-text/parse-filter-text";
import { noFilters } from "@/lib/filters/conversation-filters";
import { finder } from "@/lib/search/is-found";

const mostConversations = 8;
const typingPauseMs = 150;

export interface PaletteHits {
  /** The words of the query; undefined if it has only filters. */
  searchText: string | undefined;
  conversations: readonly Summary[];
  isSearching: boolean;
  isError: boolean;
  /** The query's first problem. */
  problem: string | null;
}

/** The first conversations that match the query, in the search box's language, after a pause in typing. */
export function usePaletteHits(typed: string): PaletteHits {
  const settled = useSettled(typed, typingPauseMs);
  const { filters, problems } = useMemo(() => parseFilterText(settled), [settled]);
  const problem = problems[0]?.message ?? null;
  const { data, isFetching, isError } = useQuery({
    ...firstConversationsQuery(filters, defaultSort, mostConversations),
    enabled: settled !== "" && problem === null,
    placeholderData: keepPreviousData,
  });
  return {
    searchText: filters.q[0] ?? filters["q.all"][0],
    conversations: settled === "" || typed === "" || problem !== null ? [] : (data?.data ?? []),
    isSearching: isFetching || settled !== typed,
    isError,
    problem,
  };
}

interface PaletteSearchProps extends Pick<PaletteHits, "searchText" | "conversations"> {
  typed: string;
  run: (act: () => void) => void;
}

/** A link to all matching conversations, then the first of them, and visitors; late results do not move earlier items. */
export function PaletteSearch({ typed, searchText, conversations, run }: PaletteSearchProps) {
  const router = useRouter();
  if (typed === "") return null;
  const { filters, problems } = parseFilterText(typed);
  const isText = formatFilters(filters) === formatFilters({ ...noFilters, q: filters.q, "q.all": filters["q.all"] });
  return (
    <>
      {problems.length === 0 && (
        <PaletteGroup heading="Search">
          <PaletteItem value="search" icon={<ListFilter />} onSelect={() => run(() => router.push(inboxHref(filters)))}>
            <span dir="auto" className="min-w-0 truncate">
              {isText ? "Search all conversations for" : "Filter the inbox by"} “<bdi>{typed}</bdi>”
            </span>
          </PaletteItem>
        </PaletteGroup>
      )}
      <PaletteGroup heading="Conversations">
        {conversations.map((summary) => (
          <PaletteItem
            key={summary.key}
            value={`conversation ${summary.key}`}
            icon={<ChannelIcon channel={summary.channel} className="mt-px" />}
            onSelect={() =>
              run(() =>
                router.push(hrefOfHit(`/conversations/${encodeURIComponent(summary.key)}`, summary, searchText)),
              )
            }
          >
            <span dir="auto" className="max-w-1/2 shrink-0 truncate">
              <Highlight text={summary.title} searchText={searchText} />
            </span>
            <RowPreview summary={summary} searchText={searchText} className="flex-1 text-xs!" />
            <RelativeTime iso={summary.lastEventAt} className="shrink-0 text-xs text-muted" />
          </PaletteItem>
        ))}
      </PaletteGroup>
      <PaletteGroup heading="Visitors">
        {visitorsAmong(conversations, searchText ?? "").map(({ key, name, email }) => (
          <PaletteItem
            key={key}
            value={`visitor ${key}`}
            icon={<UserRound />}
            onSelect={() => run(() => router.push(`/visitors/${encodeURIComponent(key)}`))}
          >
            <Highlight text={name ?? email ?? key} searchText={searchText} />
            {name !== null && (
              <span dir="auto" className="min-w-0 truncate text-xs text-muted">
                {email}
              </span>
            )}
          </PaletteItem>
        ))}
      </PaletteGroup>
    </>
  );
}

/** The search's status text when it shows no conversations. */
export function paletteStatus(typed: string, { conversations, isSearching, isError, problem }: PaletteHits): string {
  if (typed === "" || conversations.length > 0) return "";
  if (problem !== null) return problem;
  if (isError) return "Conversations could not be searched. Check the connection and try again.";
  return isSearching ? "Searching conversations…" : "No matching conversations.";
}

/** The distinct visitors of these conversations whose own data matches the text. */
function visitorsAmong(conversations: readonly Summary[], searchText: string): Summary["visitor"][] {
  if (searchText === "") return [];
  const isMeant = finder(searchText);
  const meant = conversations
    .map(({ visitor }) => visitor)
    .filter(({ key, name, email }) => [key, name, email].some((text) => text !== null && isMeant(text)));
  return [...new Map(meant.map((visitor) => [visitor.key, visitor])).values()].slice(0, 4);
}
