"use client";

import { Tag } from "lucide-react";
import { LabelChip } from "@/components/ui/label-chip";
import { useActorNames } from "./actor-names";
import type { LineProps } from "./line-row";
import { SystemLine } from "./system-line";

export function LabelsLine({ event, changes }: LineProps) {
  const nameOf = useActorNames();
  const labels = changes.filter((change) => change.kind === "label");
  return (
    <SystemLine icon={Tag} event={event}>
      {labels.length === 0
        ? event.text
        : labels.map((change) => (
            <span key={change.label.id} className="mr-1 inline-flex items-center gap-1.5 align-middle">
              label <LabelChip label={change.label} removed={!change.added} /> {change.added ? "added" : "removed"}
            </span>
          ))}
      {labels.length > 0 && event.actor && (
        <>
          {" by "}
          <strong>{nameOf(event.actor)}</strong>
        </>
      )}
    </SystemLine>
  );
}
