import type { Event } from "@/lib/events/event";
import type { StatusChange } from "@/lib/events/status";
import type { FoldState } from "./fold-state";
import { judge } from "./gaps";

/** Opened or closed; messages do neither (contract: "messages do not reopen"). */
export function changeStatus(state: FoldState, change: StatusChange, event: Event): void {
  judge(state, event, "status", contradiction(state, change));
  state.status = change.status;
  state.statusBy = change.by;
}

function contradiction(state: FoldState, { status }: StatusChange): string | null {
  if (state.status !== status) return null;
  if (status === "closed")
    return "Closed while already closed: the event that reopened it was not received, or is not among the subscribed events.";
  // What the platform sends when a conversation starts is not published; an opening first of all contradicts nothing.
  if (state.lastAt.status === state.creation?.occurredAt && state.firstMessageAt === null) return null;
  return "Opened while already open: the event that closed it was not received, or is not among the subscribed events.";
}
