"use client";

import { useMemo } from "react";
import { interpret } from "@/lib/event-types/interpret";
import type { Event } from "@/lib/events/event";
import type { Change } from "@/lib/fold/log/change";
import { formatDuration } from "@/lib/time/duration";
import { eventIcons } from "./event-icons";
import { EventSentence } from "./event-sentence";
import { SystemLine } from "./system-line";

interface LineProps {
  event: Event;
  /** What the event changed; empty where it repeats what already was. */
  changes: readonly Change[];
}

/** The quiet line of a system event: its sentence, and what the log adds to it. */
export function LineRow({ event, changes }: LineProps) {
  const held = changes.find((change) => change.kind === "assignee")?.heldFor ?? null;
  const names = namesBehind(event, changes);
  const icon = useMemo(() => interpret(event).icon, [event]);
  return (
    <SystemLine icon={eventIcons[icon]} event={event}>
      <EventSentence event={event} />
      {names !== "" && <span className="text-faint"> ({names})</span>}
      {held !== null && <span className="text-faint"> after {formatDuration(held)}</span>}
    </SystemLine>
  );
}

/** An event may carry only the ids of labels; their names come from what it changed. */
function namesBehind({ text }: Event, changes: readonly Change[]): string {
  const names = changes.flatMap((change) => (change.kind === "label" ? (change.label.name ?? []) : []));
  return names.some((name) => text.includes(name)) ? "" : names.join(", ");
}
