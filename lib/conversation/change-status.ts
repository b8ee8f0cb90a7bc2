import type { Actor, Event } from "@/lib/events/event";
import type { FoldState } from "./fold-state";
import { judge } from "./gaps";
import { noteClosing } from "./replies";

export interface StatusChange {
  status: "open" | "closed";
  by: Actor | null;
}

/** Opened or closed; messages do neither (contract: "messages do not reopen"). */
export function changeStatus(state: FoldState, change: StatusChange, event: Event): void {
  judge(state, event, "status", contradiction(state, change));
  setStatus(state, change.status);
  state.statusBy = change.by;
}

/** Also for what `conversation_create` says. */
export function setStatus(state: FoldState, status: StatusChange["status"]): void {
  if (status === "closed") noteClosing(state);
  else if (state.status === "closed") state.reopened = true;
  state.status = status;
}

function contradiction(state: FoldState, { status }: StatusChange): string | null {
  if (state.status !== status) return null;
  if (status === "closed")
    return "Closed while already closed: a reopening in between was not received, or that event is not subscribed.";
  // What the platform sends when a conversation starts is not published; an opening first of all contradicts nothing.
  if (state.lastAt.status === state.creation?.occurredAt && state.firstMessageAt === null) return null;
  return "Opened while already open: a close in between was not received, or that event is not subscribed.";
}
