"use client";

import { UserRound, UserRoundCheck, UserRoundX } from "lucide-react";
import { isSameActor, readAssignee } from "@/lib/events/actor";
import { formatDuration } from "@/lib/time/duration";
import { useActorNames } from "./actor-names";
import type { LineProps } from "./line-row";
import { payloadField } from "./payload-field";
import { SystemLine } from "./system-line";

export function AssigneeLine({ event, changes }: LineProps) {
  const nameOf = useActorNames();
  const from = readAssignee(payloadField(event.payload, "from"));
  const to = readAssignee(payloadField(event.payload, "to"));
  const change = changes.find((candidate) => candidate.kind === "assignee");
  const after = change?.heldFor ? ` after ${formatDuration(change.heldFor)}` : "";

  if (!to) {
    return (
      <SystemLine icon={UserRoundX} event={event}>
        {event.actor ? <strong>{nameOf(event.actor)}</strong> : "Somebody"}{" "}
        {from && !isSameActor(event.actor, from) ? `unassigned ${nameOf(from)}` : "left it unassigned"}
        {after}
      </SystemLine>
    );
  }
  if (isSameActor(event.actor, to)) {
    return (
      <SystemLine icon={UserRoundCheck} event={event}>
        <strong>{nameOf(to)}</strong> took over{from && <> from {nameOf(from)}</>}
        {after}
      </SystemLine>
    );
  }
  return (
    <SystemLine icon={UserRound} event={event}>
      {from && isSameActor(event.actor, from) ? (
        <>
          <strong>{nameOf(from)}</strong> handed over to <strong>{nameOf(to)}</strong>
        </>
      ) : (
        <>
          {event.actor ? <strong>{nameOf(event.actor)}</strong> : "Somebody"} assigned it to{" "}
          <strong>{nameOf(to)}</strong>
          {from && <> instead of {nameOf(from)}</>}
        </>
      )}
      {after}
    </SystemLine>
  );
}
