"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import { eventHref } from "@/components/ui/event-href";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { tellFailure } from "@/components/ui/tell-failure";
import { mutationOf } from "@/lib/api/client/mutation-of";
import { queriesOf } from "@/lib/api/client/queries-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Bookmark } from "@/lib/api/schemas/bookmark";
import { actorName } from "@/lib/events/actor-name";
import { useBookmarks } from "./bookmarks-context";

interface BookmarkItemProps {
  bookmark: Bookmark;
  /** Its text is shown next to the list. */
  isShown: boolean;
  onShow: () => void;
}

/** A bookmark with a link to its target and a note, which is saved on blur. */
export function BookmarkItem({ bookmark, isShown, onShow }: BookmarkItemProps) {
  const { id, note, createdAt, conversation, event } = bookmark;
  const client = useQueryClient();
  const { toggle } = useBookmarks();
  const [text, setText] = useState(note);
  const update = useMutation({
    ...mutationOf(endpoints.updateBookmark),
    onSuccess: () => client.invalidateQueries(queriesOf(endpoints.listBookmarks)),
    onError: tellFailure,
  });

  function save(submitted?: FormEvent) {
    submitted?.preventDefault();
    if (text.trim() !== note) update.mutate({ path: { id }, body: { note: text } });
  }

  const href = event ? eventHref(conversation.key, event.id) : `/conversations/${encodeURIComponent(conversation.key)}`;
  return (
    <li
      data-shown={isShown || undefined}
      onFocus={onShow}
      onPointerEnter={onShow}
      className="flex items-start gap-2 border-b border-line px-4 py-3 lg:data-shown:bg-hover"
    >
      <div className="min-w-0 flex-1">
        <Link href={href} className="block rounded hover:underline">
          <span className="flex items-baseline gap-2">
            <span dir="auto" className="truncate font-medium">
              <bdi>{conversation.title}</bdi>
            </span>
            <RelativeTime iso={createdAt} className="ml-auto shrink-0 text-xs text-muted" />
          </span>
          {event && (
            <span dir="auto" className="line-clamp-2 text-sm text-muted">
              {event.actor && `${actorName(event.actor)}: `}
              <bdi>{event.text}</bdi>
            </span>
          )}
        </Link>
        <form onSubmit={save}>
          <input
            aria-label={`Note on ${conversation.title}`}
            placeholder="Add a note"
            maxLength={500}
            value={text}
            onChange={(change) => setText(change.target.value)}
            onBlur={() => save()}
            className="mt-1 -ml-1.5 h-7 w-full rounded bg-transparent px-1.5 text-sm hover:bg-hover coarse:h-10"
          />
        </form>
      </div>
      <IconButton
        label={`Remove the bookmark of ${conversation.title}`}
        onClick={() => toggle(conversation.key, event?.id ?? null)}
      >
        <Trash2 />
      </IconButton>
    </li>
  );
}
