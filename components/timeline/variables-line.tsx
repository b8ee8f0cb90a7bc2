"use client";

import { Variable } from "lucide-react";
import { JsonValue } from "@/components/panels/json-value";

import { variableAssignments } from "@/lib/messages/variable-assignments";
import { useActorNames } from "./actor-names";
import type { LineProps } from "./line-row";
import { payloadField } from "./payload-field";
import { SystemLine } from "./system-line";

export function VariablesLine({ event }: LineProps) {
  const nameOf = useActorNames();
  const parsed = variableAssignments.safeParse(payloadField(event.payload, "variables"));
  const assignments = parsed.success ? parsed.data : [];
  return (
    <SystemLine icon={Variable} event={event}>
      {assignments.length === 0 && event.text}
      {assignments.map((assignment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one name can come twice in an event, and events never change
        <span key={index}>
          {index > 0 && " · "}
          <strong className="font-mono">{assignment.name}</strong> set to{" "}
          <JsonValue value={assignment.value} className="rounded bg-hover px-1 py-px" />
        </span>
      ))}
      {event.actor && event.actor.type !== "bot" && (
        <>
          {" by "}
          <strong>{nameOf(event.actor)}</strong>
        </>
      )}
    </SystemLine>
  );
}
