"use client";

import { StickyNote } from "lucide-react";
import { useActorNames } from "@/components/actors/actor-names";
import { EntryStar } from "@/components/bookmarks/entry-star";
import { RawAccess } from "@/components/messages/left-out";
import { MediaSenderProvider } from "@/components/messages/media-sender";
import { MoreFields } from "@/components/messages/more-fields";
import { RichText } from "@/components/messages/text/rich-text";
import { useRawDrawer } from "@/components/raw/raw-drawer";
import { actorVoice } from "@/components/ui/actor-voice";
import { unreadOfEvent } from "@/lib/event-types/unfamiliar/unread-of-event";
import type { Event } from "@/lib/events/event";
import { EntryTime, RawButton } from "./entry-actions";
import { payloadField } from "./payload-field";

/** A note, in amber on the agents' side: it is not visible to the visitor. */
export function NoteCard({ event }: { event: Event }) {
  const nameOf = useActorNames();
  const { show } = useRawDrawer();
  const note = payloadField(event.payload, "note");
  return (
    <div className="flex items-end justify-end gap-1">
      <EntryStar event={event} />
      <RawButton event={event} />
      <div
        data-entry-card=""
        className="contained max-w-[min(36rem,88%)] rounded-xl border border-note-line bg-note-soft px-3.5 py-2.5 text-note"
      >
        <p className="flex items-center gap-1.5 text-xs">
          <StickyNote aria-hidden="true" className="size-3.5 shrink-0" />
          <span className="min-w-0">
            Note by <bdi>{event.actor ? nameOf(event.actor) : "somebody"}</bdi>
          </span>
          <EntryTime event={event} className="text-note!" />
        </p>
        <div className="mt-1 text-base">
          <MediaSenderProvider sender={actorVoice(event.actor)}>
            {typeof note === "string" ? (
              <RawAccess onShow={show && (() => show(event.id))}>
                <RichText text={note} />
              </RawAccess>
            ) : (
              event.text
            )}
          </MediaSenderProvider>
        </div>
        <MoreFields fields={unreadOfEvent(event)} />
      </div>
    </div>
  );
}
