"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useCallback, useMemo } from "react";
import { toast } from "sonner";
import { ApiError } from "@/lib/api/api-error";
import { bookmark, bookmarkRemoved } from "@/lib/api/schemas/bookmark";
import { bookmarkMarksQuery, bookmarkScope } from "@/lib/api/bookmark-queries";
import { postJson, sendJson } from "@/lib/api/client";

interface Bookmarks {
  /** The bookmark's id, where this conversation, or this event of it, is kept. */
  idOf: (conversationKey: string, eventId: string | null) => string | undefined;
  toggle: (conversationKey: string, eventId: string | null) => void;
}

const none: Bookmarks = { idOf: () => undefined, toggle: () => {} };
const Context = createContext<Bookmarks>(none);

/** Knows what is kept, for all stars of a page at once. */
export function BookmarksProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { data: marks } = useQuery(bookmarkMarksQuery());
  const ids = useMemo(
    () => new Map(marks?.map(({ id, conversationKey, eventId }) => [nameOf(conversationKey, eventId), id])),
    [marks],
  );

  const toggle = useCallback(
    async (conversationKey: string, eventId: string | null) => {
      const id = ids.get(nameOf(conversationKey, eventId));
      try {
        if (id === undefined) await postJson("/api/v1/bookmarks", { conversationKey, eventId }, bookmark);
        else await sendJson("DELETE", `/api/v1/bookmarks/${encodeURIComponent(id)}`, {}, bookmarkRemoved);
      } catch (error) {
        toast.error(error instanceof ApiError ? error.message : "The server cannot be reached. Try again.");
      }
      for (const scope of Object.values(bookmarkScope)) void client.invalidateQueries({ queryKey: [scope] });
    },
    [client, ids],
  );
  const bookmarks = useMemo<Bookmarks>(
    () => ({
      idOf: (conversationKey, eventId) => ids.get(nameOf(conversationKey, eventId)),
      toggle: (conversationKey, eventId) => void toggle(conversationKey, eventId),
    }),
    [ids, toggle],
  );
  return <Context value={bookmarks}>{children}</Context>;
}

export function useBookmarks(): Bookmarks {
  return use(Context);
}

function nameOf(conversationKey: string, eventId: string | null): string {
  return `${eventId ?? ""} ${conversationKey}`;
}
