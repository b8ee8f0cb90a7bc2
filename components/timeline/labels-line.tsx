"use client";

import { Tag } from "lucide-react";
import { LabelChip } from "@/components/ui/label-chip";
import { conversationLabels } from "@/lib/events/conversation-labels";
import { useActorNames } from "./actor-names";
import type { LineProps } from "./line-row";
import { SystemLine } from "./system-line";

/** A removal carries only ids: the names come from what the event changed. */
export function LabelsLine({ event, changes }: LineProps) {
  const nameOf = useActorNames();
  const payload = conversationLabels.payload.safeParse(event.payload);
  const names = new Map(
    changes.flatMap((change) => (change.kind === "label" ? [[change.label.id, change.label.name]] : [])),
  );
  const labels = payload.success ? payload.data.labels : [];
  const isRemoval = payload.success && payload.data.action === "remove";
  return (
    <SystemLine icon={Tag} event={event}>
      {labels.length === 0 ? (
        event.text
      ) : (
        <>
          {labels.length === 1 ? "label " : "labels "}
          {labels.map(({ id, name }) => (
            <span key={id} className="mr-1 inline-flex align-middle">
              <LabelChip label={{ id, name: name ?? names.get(id) ?? null }} removed={isRemoval} />
            </span>
          ))}
          {isRemoval ? "removed" : "added"}
          {event.actor && (
            <>
              {" by "}
              <strong>{nameOf(event.actor)}</strong>
            </>
          )}
        </>
      )}
    </SystemLine>
  );
}
