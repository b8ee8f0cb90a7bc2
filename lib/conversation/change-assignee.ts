import { isSameActor } from "@/lib/events/actor";
import { actorName } from "@/lib/events/actor-name";
import type { Actor, Event } from "@/lib/events/event";
import type { FoldState } from "./fold-state";
import { judge } from "./gaps";
import { recordBot, recordHandover } from "./replies";

export interface AssigneeChange {
  /** Undefined if the event does not contain the previous assignee. */
  from: Actor | null | undefined;
  to: Actor | null;
  by: Actor | null;
}

/** Changes the assignee to another actor or to nobody. */
export function changeAssignee(state: FoldState, { from, to, by }: AssigneeChange, event: Event): void {
  judge(state, event, "assignee", from === undefined ? null : contradiction(state, from));
  state.assignments.push({ eventId: event.id, from: from ?? null, to, by, at: event.occurredAt });
  recordBot(state, from ?? null);
  assign(state, to, event);
}

/** Also called for the assignee in `conversation_create`. */
export function assign(state: FoldState, assignee: Actor | null, event: Event): void {
  state.assignee = assignee;
  state.assigneeKnown = true;
  recordBot(state, assignee);
  recordHandover(state, event);
}

function contradiction(state: FoldState, from: Actor | null): string | null {
  if (!state.assigneeKnown || isSameActor(from, state.assignee)) return null;
  if (isPlatformsDefault(state, from)) return null;
  return `Reassigned from ${who(from)}, but ${who(state.assignee)} was assigned: an assignee change in between was not received.`;
}

/** A conversation created without an assignee is assigned to its bot. */
function isPlatformsDefault(state: FoldState, from: Actor | null): boolean {
  return from?.type === "bot" && state.assignee === null && state.assignments.length === 0;
}

function who(actor: Actor | null): string {
  return actor === null ? "nobody" : actorName(actor);
}
