import type { Actor, Event } from "@/lib/events/event";
import { listedAt } from "./clock-tolerance";
import type { FoldState } from "./fold-state";
import { judge } from "./gaps";
import { recordClosing } from "./replies";

export interface StatusChange {
  status: "open" | "closed";
  by: Actor | null;
}

/** Opens or closes the conversation. Messages do neither (contract: "messages do not reopen"). */
export function changeStatus(state: FoldState, change: StatusChange, event: Event): void {
  judge(state, event, "status", contradiction(state, change));
  setStatus(state, change.status, event);
  state.statusBy = change.by;
  state.statusSent = true;
}

/** Also called for the status in `conversation_create`. */
export function setStatus(state: FoldState, status: StatusChange["status"], event: Event): void {
  if (status === "closed") {
    recordClosing(state);
    state.closedAt = listedAt(event);
  } else if (state.status === "closed") state.reopened = true;
  state.status = status;
}

function contradiction(state: FoldState, { status }: StatusChange): string | null {
  if (state.status !== status) return null;
  if (status === "closed")
    return "Closed while already closed: a reopening in between was not received, or that event is not subscribed.";
  // The events that the platform sends at the start are not published; an initial opening is not a contradiction.
  if (state.lastAt.status === state.creation?.occurredAt && state.firstMessageAt === null) return null;
  return "Opened while already open: a close in between was not received, or that event is not subscribed.";
}
