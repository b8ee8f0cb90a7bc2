"use client";

import { useActorNames } from "@/components/actors/actor-names";
import { actorVoice } from "@/components/ui/actor-voice";
import { classNames } from "@/components/ui/class-names";
import type { Event } from "@/lib/events/event";
import { EntryTime, RawButton } from "./entry-actions";

/** A message, a note or another event whose content was erased: who and when is left. */
export function ErasedCard({ event }: { event: Event }) {
  const nameOf = useActorNames();
  const isLeft = actorVoice(event.actor) === "visitor";
  return (
    <div className={classNames("flex flex-col", isLeft ? "items-start" : "items-end")}>
      <p className="contained mb-1 flex max-w-full items-baseline gap-1.5 text-xs text-muted">
        <bdi dir="auto" className="min-w-0 truncate">
          {event.actor ? nameOf(event.actor) : "Somebody"}
        </bdi>
        <EntryTime event={event} />
      </p>
      <div className={classNames("flex max-w-full min-w-0 items-center gap-1", !isLeft && "flex-row-reverse")}>
        <p
          data-entry-body=""
          className="rounded-2xl border border-dashed border-line-strong px-3.5 py-2 text-sm text-muted italic"
        >
          {event.text}
        </p>
        <RawButton event={event} />
      </div>
    </div>
  );
}
