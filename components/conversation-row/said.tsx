"use client";

import { actorVoice, type Voice } from "@/components/ui/actor-voice";
import { classNames } from "@/components/ui/class-names";
import { RelativeTime } from "@/components/ui/relative-time";
import { eventLines } from "@/lib/event-types/event-lines";
import { rowOf } from "@/lib/event-types/row-of";
import { actorName } from "@/lib/events/actor-name";
import type { Event } from "@/lib/events/event";

/** An event's text, speaker and time; long texts are cut unless `isWhole`. */
export function Said({ event, isWhole = false }: { event: Event; isWhole?: boolean }) {
  const isNote = rowOf(event) === "note";
  const voice = isNote ? "note" : actorVoice(event.actor);
  return (
    <div className={classNames("flex flex-col", voice === "visitor" ? "items-start" : "items-end")}>
      <p className="flex gap-1.5 text-2xs text-muted">
        {isNote ? "Note" : event.actor === null ? "Unknown" : actorName(event.actor)}
        <RelativeTime iso={event.occurredAt} />
      </p>
      <p
        dir="auto"
        className={classNames(
          "mt-0.5 max-w-11/12 rounded-xl px-3 py-1.5 text-sm whitespace-pre-line",
          hues[voice],
          !isWhole && "line-clamp-6",
        )}
      >
        <bdi>{eventLines(event)}</bdi>
      </p>
    </div>
  );
}

const hues: Record<Voice | "note", string> = {
  visitor: "bg-visitor-soft",
  bot: "border border-line bg-pane",
  agent: "bg-agent-soft",
  system: "bg-hover",
  note: "border border-note-line bg-note-soft text-note",
};
