"use client";

import { CircleCheck, CirclePlay, type LucideIcon, MessageSquarePlus, Tag, UserRound, Variable } from "lucide-react";
import { useMemo } from "react";
import type { Event } from "@/lib/events/event";
import { conversationLabels } from "@/lib/events/types/conversation-labels";
import { status } from "@/lib/events/types/status";
import { formatDuration } from "@/lib/time/duration";
import type { Change } from "./change";
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
  const names = useMemo(() => namesBehind(event, changes), [event, changes]);
  return (
    <SystemLine icon={iconOf(event)} event={event}>
      <EventSentence event={event} />
      {names !== "" && <span className="text-faint"> ({names})</span>}
      {held !== null && <span className="text-faint"> after {formatDuration(held)}</span>}
    </SystemLine>
  );
}

/** A removal of labels carries only their ids; the names come from what it changed. */
function namesBehind({ type, payload }: Event, changes: readonly Change[]): string {
  if (type !== conversationLabels.type) return "";
  const named = conversationLabels.payload.safeParse(payload).data?.labels.some(({ name }) => name !== null) ?? true;
  if (named) return "";
  return changes.flatMap((change) => (change.kind === "label" ? (change.label.name ?? []) : [])).join(", ");
}

const icons: Record<string, LucideIcon> = {
  variables: Variable,
  assignee_change: UserRound,
  conversation_labels: Tag,
  conversation_create: MessageSquarePlus,
};

function iconOf({ type, payload }: Event): LucideIcon {
  if (type !== status.type) return icons[type] ?? Variable;
  return status.payload.safeParse(payload).data?.status === "open" ? CirclePlay : CircleCheck;
}
