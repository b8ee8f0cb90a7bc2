"use client";

import { CircleCheck, CircleHelp, CirclePlay, StickyNote, TriangleAlert, UserRound } from "lucide-react";
import { useActorNames } from "@/components/timeline/actor-names";
import type { OutlineItem } from "@/components/timeline/outline";
import { payloadField } from "@/components/timeline/payload-field";
import { useTimeDisplay } from "@/components/timeline/times/time-display";
import { readAssignee } from "@/lib/events/actor";
import type { Event } from "@/lib/events/event";
import { status } from "@/lib/events/status";

/** One line of the outline: what it is, in words and an icon, and when. */
export function OutlineEntry({ item }: { item: OutlineItem }) {
  const { day, shortClock } = useTimeDisplay();
  const nameOf = useActorNames();
  const { kind, event, outcome, text } = item;
  if (kind === "day") return <span className="font-medium text-text">{day(event.occurredAt)}</span>;
  const to = readAssignee(payloadField(event.payload, "to"));
  const isClosing = kind === "status" && closes(event);
  const Icon = isClosing ? CircleCheck : icons[kind];
  return (
    <>
      <Icon aria-hidden="true" className={`size-3.5 shrink-0 ${hues[kind] ?? "text-faint"}`} />
      <span dir="auto" className="min-w-0 flex-1 truncate text-text">
        {kind === "handover" && (to === null ? nameOf(to) : `Handed over to ${nameOf(to)}`)}
        {kind === "status" && event.type === "status" && `${isClosing ? "Closed" : "Opened"} by ${nameOf(event.actor)}`}
        {kind === "status" && event.type !== "status" && "Created"}
        {kind === "gap" && `Gap: ${text}`}
        {(kind === "prompt" || kind === "note") && text}
      </span>
      {outcome !== null && outcome !== "answered" && (
        <span className="shrink-0 text-muted">{outcome === "typed" ? "typed" : "unanswered"}</span>
      )}
      <span className="tabular shrink-0 text-muted">{shortClock(event.occurredAt)}</span>
    </>
  );
}

function closes(event: Event): boolean {
  const payload = status.payload.safeParse(event.payload);
  return payload.success && payload.data.status === "closed";
}

const icons = {
  handover: UserRound,
  status: CirclePlay,
  prompt: CircleHelp,
  note: StickyNote,
  gap: TriangleAlert,
};

const hues: Partial<Record<OutlineItem["kind"], string>> = {
  note: "text-note",
  gap: "text-warning",
  prompt: "text-bot",
  handover: "text-agent",
};
