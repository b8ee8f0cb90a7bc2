"use client";

import { CircleHelp, TriangleAlert } from "lucide-react";
import { useActorNames } from "@/components/actors/actor-names";
import { eventIcons } from "@/components/timeline/event-icons";
import { useTimeDisplay } from "@/components/times/time-display";
import { interpret } from "@/lib/event-types/interpret";
import { rowOf } from "@/lib/event-types/row-of";
import type { OutlineItem } from "@/lib/fold/log/outline";

/** One line of the outline: what it is, in words and an icon, and when. */
export function OutlineEntry({ item }: { item: OutlineItem }) {
  const { day, shortClock } = useTimeDisplay();
  const nameOf = useActorNames();
  const { kind, event, outcome, text } = item;
  if (kind === "day") return <span className="font-medium text-text">{day(event.occurredAt)}</span>;
  const meaning = interpret(event);
  const Icon = kind === "gap" ? TriangleAlert : kind === "prompt" ? CircleHelp : eventIcons[meaning.icon];
  return (
    <>
      <Icon aria-hidden="true" className={`size-3.5 shrink-0 ${hueOf(item)}`} />
      <span dir="auto" className="min-w-0 flex-1 truncate text-text">
        {kind === "gap" && `Gap: ${text}`}
        {kind === "prompt" && text}
        {kind === "event" && (meaning.outline?.(nameOf) ?? text)}
      </span>
      {outcome !== null && outcome !== "answered" && (
        <span className="shrink-0 text-muted">{outcome === "typed" ? "typed" : "unanswered"}</span>
      )}
      <span className="tabular shrink-0 text-muted">{shortClock(event.occurredAt)}</span>
    </>
  );
}

function hueOf({ kind, event }: OutlineItem): string {
  if (kind === "gap") return "text-warning";
  if (kind === "prompt") return "text-bot";
  if (rowOf(event) === "note") return "text-note";
  return interpret(event).icon === "person" ? "text-agent" : "text-faint";
}
