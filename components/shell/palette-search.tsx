"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ListFilter, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { PaletteGroup, PaletteItem } from "@/components/commands/palette-item";
import { Highlight } from "@/components/conversation-row/highlight";
import { preview } from "@/components/conversation-row/preview";
import { ChannelIcon } from "@/components/ui/channel-icon";
import { useSettled } from "@/components/ui/hooks/use-settled";
import { RelativeTime } from "@/components/ui/relative-time";
import { conversationSearchQuery } from "@/lib/api/client/conversation-queries";
import type { Summary } from "@/lib/conversation/conversation";
import { finder } from "@/lib/search/is-found";

const mostConversations = 8;
const typingPauseMs = 150;

export interface PaletteHits {
  searchText: string;
  conversations: readonly Summary[];
  isSearching: boolean;
  isError: boolean;
}

/** The first conversations that hold what is typed, once the typing pauses. */
export function usePaletteHits(typed: string): PaletteHits {
  const searchText = useSettled(typed, typingPauseMs);
  const { data, isFetching, isError } = useQuery({
    ...conversationSearchQuery(searchText, mostConversations),
    enabled: searchText !== "",
    placeholderData: keepPreviousData,
  });
  return {
    searchText,
    conversations: searchText === "" || typed === "" ? [] : (data?.data ?? []),
    isSearching: isFetching || searchText !== typed,
    isError,
  };
}

interface PaletteSearchProps extends Pick<PaletteHits, "searchText" | "conversations"> {
  typed: string;
  run: (act: () => void) => void;
}

/** The way to all conversations that hold what is typed, then the first of them, and visitors; what comes late moves nothing. */
export function PaletteSearch({ typed, searchText, conversations, run }: PaletteSearchProps) {
  const router = useRouter();
  if (typed === "") return null;
  return (
    <>
      <PaletteGroup heading="Search">
        <PaletteItem
          value="search"
          icon={<ListFilter />}
          onSelect={() => run(() => router.push(`/?${new URLSearchParams({ q: typed })}`))}
        >
          <span dir="auto" className="min-w-0 truncate">
            Search all conversations for “<bdi>{typed}</bdi>”
          </span>
        </PaletteItem>
      </PaletteGroup>
      <PaletteGroup heading="Conversations">
        {conversations.map((summary) => (
          <PaletteItem
            key={summary.key}
            value={`conversation ${summary.key}`}
            icon={<ChannelIcon channel={summary.channel} className="mt-px" />}
            onSelect={() => run(() => router.push(`/conversations/${encodeURIComponent(summary.key)}`))}
          >
            <span dir="auto" className="max-w-1/2 shrink-0 truncate">
              <Highlight text={summary.title} searchText={searchText} />
            </span>
            <span dir="auto" className="min-w-0 flex-1 truncate text-xs text-muted">
              <Highlight text={preview(summary).text} searchText={searchText} />
            </span>
            <RelativeTime iso={summary.lastEventAt} className="shrink-0 text-xs text-muted" />
          </PaletteItem>
        ))}
      </PaletteGroup>
      <PaletteGroup heading="Visitors">
        {visitorsAmong(conversations, searchText).map(({ key, name, email }) => (
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

/** What the search is at, where it shows no conversation. */
export function paletteStatus(typed: string, { conversations, isSearching, isError }: PaletteHits): string {
  if (typed === "" || conversations.length > 0) return "";
  if (isError) return "Conversations could not be searched. Check the connection and try again.";
  return isSearching ? "Searching conversations…" : "No matching conversations.";
}

/** The visitors of these conversations who are themselves meant by the text, each once. */
function visitorsAmong(conversations: readonly Summary[], searchText: string): Summary["visitor"][] {
  const isMeant = finder(searchText);
  const meant = conversations
    .map(({ visitor }) => visitor)
    .filter(({ key, name, email }) => [key, name, email].some((text) => text !== null && isMeant(text)));
  return [...new Map(meant.map((visitor) => [visitor.key, visitor])).values()].slice(0, 4);
}
