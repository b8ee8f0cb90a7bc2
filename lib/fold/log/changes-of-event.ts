import type { FoldState } from "@/lib/conversation/fold-state";
import { isSameActor } from "@/lib/events/actor";
import type { Event } from "@/lib/events/event";
import type { Change } from "./change";

interface EventStep {
  event: Event;
  /** The event's index in the timeline. */
  index: number;
  /** The states right before and after it. */
  before: FoldState;
  after: FoldState;
}

/** The changes made by an event: variables it set (also to the same value), labels, status and assignee. */
export function changesOfEvent({ event, index, before, after }: EventStep): Change[] {
  const origin = { eventId: event.id, eventType: event.type, index, at: event.occurredAt, by: event.actor };
  const changes: Change[] = [];
  for (const [name, variable] of Object.entries(after.variables)) {
    if (variable.eventId !== event.id) continue;
    changes.push({ ...origin, kind: "variable", name, before: before.variables[name] ?? null, after: variable });
  }
  const had = new Map(before.labels.map((label) => [label.id, label]));
  const has = new Set(after.labels.map(({ id }) => id));
  for (const label of after.labels) {
    const known = had.get(label.id);
    if (!known || known.name !== label.name) changes.push({ ...origin, kind: "label", label, added: true });
  }
  for (const label of before.labels) {
    if (has.has(label.id)) continue;
    changes.push({ ...origin, kind: "label", label, added: false });
  }
  if (after.status !== null && after.status !== before.status) {
    changes.push({ ...origin, kind: "status", before: before.status, after: after.status });
  }
  if (after.assigneeKnown && !isSameActor(before.assignee, after.assignee)) {
    changes.push({
      ...origin,
      kind: "assignee",
      before: before.assignee,
      after: after.assignee,
      heldFor: heldFor(before, event),
    });
  }
  return changes;
}

/** Since the last change of the assignee, else since the conversation's first event; null if the previous assignee is unknown. */
function heldFor(before: FoldState, event: Event): number | null {
  const since = before.assignments.at(-1)?.at ?? before.creation?.createdAt ?? before.firstEventAt;
  if (since === null || since === undefined) return null;
  const held = Date.parse(event.occurredAt) - Date.parse(since);
  return held > 0 ? held : null;
}
