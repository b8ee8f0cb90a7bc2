"use client";

import { useMemo } from "react";
import { interpret } from "@/lib/event-types/interpret";
import type { Event } from "@/lib/events/event";
import type { Change } from "@/lib/fold/log/change";
import { formatDuration } from "@/lib/time/duration";
import { eventIcons } from "./event-icons";
import { LineSentence } from "./line-sentence";
import { SystemLine } from "./system-line";
import { mostInSentence, VariableBatch } from "./variable-batch";

interface LineProps {
  event: Event;
  /** The changes of the event; empty if it repeats the current state. */
  changes: readonly Change[];
}

/** The line of a system event: its sentence, and details from the log. */
export function LineRow({ event, changes }: LineProps) {
  const held = changes.find((change) => change.kind === "assignee")?.heldFor ?? null;
  const names = namesBehind(event, changes);
  const { icon, variables } = useMemo(() => interpret(event), [event]);
  if (variables.length > mostInSentence)
    return <VariableBatch event={event} variables={variables} icon={eventIcons[icon]} />;
  return (
    <SystemLine icon={eventIcons[icon]} event={event}>
      <LineSentence event={event} />
      {names !== "" && <span className="text-faint"> ({names})</span>}
      {held !== null && <span className="text-faint"> after {formatDuration(held)}</span>}
    </SystemLine>
  );
}

/** An event may contain only the ids of labels; their names come from its changes. */
function namesBehind({ text }: Event, changes: readonly Change[]): string {
  const names = changes.flatMap((change) => (change.kind === "label" ? (change.label.name ?? []) : []));
  return names.some((name) => text.includes(name)) ? "" : names.join(", ");
}
