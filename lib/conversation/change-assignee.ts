import { isSameActor } from "@/lib/events/actor";
import { actorName } from "@/lib/events/actor-name";
import type { Actor, Event } from "@/lib/events/event";
import type { FoldState } from "./fold-state";
import { judge } from "./gaps";
import { noteBot, noteCharge } from "./replies";

export interface AssigneeChange {
  /** Undefined when the event does not say whom it was taken from. */
  from: Actor | null | undefined;
  to: Actor | null;
  by: Actor | null;
}

/** Somebody else, or nobody, is in charge from now on. */
export function changeAssignee(state: FoldState, { from, to, by }: AssigneeChange, event: Event): void {
  judge(state, event, "assignee", from === undefined ? null : contradiction(state, from));
  state.assignments.push({ eventId: event.id, from: from ?? null, to, by, at: event.occurredAt });
  noteBot(state, from ?? null);
  assign(state, to, event);
}

/** Also for the assignee that `conversation_create` names. */
export function assign(state: FoldState, assignee: Actor | null, event: Event): void {
  state.assignee = assignee;
  state.assigneeKnown = true;
  noteBot(state, assignee);
  noteCharge(state, event);
}

function contradiction(state: FoldState, from: Actor | null): string | null {
  if (!state.assigneeKnown || isSameActor(from, state.assignee)) return null;
  if (isPlatformsDefault(state, from)) return null;
  return `Reassigned from ${who(from)}, but ${who(state.assignee)} was assigned: an assignee change in between was not received.`;
}

/** A conversation that was created in nobody's charge is its bot's. */
function isPlatformsDefault(state: FoldState, from: Actor | null): boolean {
  return from?.type === "bot" && state.assignee === null && state.assignments.length === 0;
}

function who(actor: Actor | null): string {
  return actor === null ? "nobody" : actorName(actor);
}
