"use client";

import { CircleCheck, CirclePlay, MessageSquarePlus, UserRound, Variable } from "lucide-react";
import type { ReactNode } from "react";
import type { Event } from "@/lib/events/event";
import { status } from "@/lib/events/status";
import { useActorNames } from "./actor-names";
import { AssigneeLine } from "./assignee-line";
import type { Change } from "./change";
import { LabelsLine } from "./labels-line";
import { SystemLine } from "./system-line";
import { VariablesLine } from "./variables-line";

export interface LineProps {
  event: Event;
  /** What the event changed; empty where it repeats what already was. */
  changes: readonly Change[];
}

/** The quiet line of a system event. One that has no line of its own says its one-line text. */
export function LineRow(props: LineProps) {
  const Line = lines[props.event.type] ?? PlainLine;
  return <Line {...props} />;
}

const lines: Record<string, (props: LineProps) => ReactNode> = {
  variables: VariablesLine,
  assignee_change: AssigneeLine,
  conversation_labels: LabelsLine,
  status: StatusLine,
  conversation_create: CreationLine,
};

function StatusLine({ event, changes }: LineProps) {
  const nameOf = useActorNames();
  const payload = status.payload.safeParse(event.payload);
  if (!payload.success) return <PlainLine event={event} changes={changes} />;
  const isClosing = payload.data.status === "closed";
  return (
    <SystemLine icon={isClosing ? CircleCheck : CirclePlay} event={event}>
      Conversation <strong>{isClosing ? "closed" : "opened"}</strong>
      {event.actor && (
        <>
          {" by "}
          <strong>{nameOf(event.actor)}</strong>
        </>
      )}
    </SystemLine>
  );
}

function CreationLine({ event }: LineProps) {
  return (
    <SystemLine icon={MessageSquarePlus} event={event}>
      {event.text}
    </SystemLine>
  );
}

function PlainLine({ event }: LineProps) {
  return (
    <SystemLine icon={icons[event.type] ?? Variable} event={event}>
      {event.text}
    </SystemLine>
  );
}

const icons: Record<string, typeof Variable> = { status: CircleCheck, assignee_change: UserRound };
