import type { Event } from "@/lib/events/event";
import type { FoldState } from "./fold-state";

/**
 * Called for each event of a subject (assignee, status, labels, one type of answer) with what it contradicts, or null. A
 * contradiction betrays an event that was lost or never subscribed, and is marked after the event before it.
 *
 * Events of one subject that share a timestamp prove nothing, because the sender's clock does not order them: they raise no gap
 * and take back one raised by the first of them.
 */
export function judge(state: FoldState, event: Event, subject: string, contradiction: string | null): void {
  const isSimultaneous = state.lastAt[subject] === event.occurredAt;
  state.lastAt[subject] = event.occurredAt;
  if (isSimultaneous) {
    // Gaps stand in the order of time: those of this moment are the last.
    const start = state.gaps.findLastIndex((gap) => gap.at !== event.occurredAt) + 1;
    const kept = state.gaps.splice(start).filter((gap) => gap.subject !== subject);
    state.gaps.push(...kept);
  } else if (contradiction !== null) {
    const afterEventId = state.lastEventId ?? event.id;
    state.gaps.push({ subject, at: event.occurredAt, afterEventId, reason: contradiction });
  }
}
