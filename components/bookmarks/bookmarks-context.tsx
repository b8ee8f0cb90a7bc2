"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useMemo } from "react";
import { tellFailure } from "@/components/ui/tell-failure";
import { call } from "@/lib/api/client/call";
import { queriesOf } from "@/lib/api/client/queries-of";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";

interface Bookmarks {
  /** The bookmark's id, or undefined if this conversation (or event) is not bookmarked. */
  idOf: (conversationKey: string, eventId: string | null) => string | undefined;
  toggle: (conversationKey: string, eventId: string | null) => void;
}

interface Bookmarked {
  conversationKey: string;
  /** Null for the conversation itself. */
  eventId: string | null;
}

const none: Bookmarks = { idOf: () => undefined, toggle: () => {} };
const Context = createContext<Bookmarks>(none);

/** Loads the bookmarks once for all stars of a page. */
export function BookmarksProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { data: marks } = useQuery(queryOf(endpoints.listBookmarkKeys));
  const ids = useMemo(
    () => new Map(marks?.data.map(({ id, conversationKey, eventId }) => [nameOf(conversationKey, eventId), id])),
    [marks],
  );

  const { mutate } = useMutation({
    mutationFn: ({ conversationKey, eventId, id }: Bookmarked & { id: string | undefined }): Promise<unknown> =>
      id === undefined
        ? call(endpoints.createBookmark, { body: { conversationKey, eventId } })
        : call(endpoints.deleteBookmark, { path: { id } }),
    onError: tellFailure,
    onSettled: () => client.invalidateQueries(queriesOf(endpoints.listBookmarkKeys, endpoints.listBookmarks)),
  });
  const bookmarks = useMemo<Bookmarks>(
    () => ({
      idOf: (conversationKey, eventId) => ids.get(nameOf(conversationKey, eventId)),
      toggle: (conversationKey, eventId) =>
        mutate({ conversationKey, eventId, id: ids.get(nameOf(conversationKey, eventId)) }),
    }),
    [ids, mutate],
  );
  return <Context value={bookmarks}>{children}</Context>;
}

export function useBookmarks(): Bookmarks {
  return use(Context);
}

function nameOf(conversationKey: string, eventId: string | null): string {
  return `${eventId ?? ""} ${conversationKey}`;
}
