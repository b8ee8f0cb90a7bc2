import type { Event } from "@/lib/events/event";
import type { FoldState } from "./fold-state";

/**
 * Records a gap if an event contradicts the state. Call it for each event of a subject (assignee, status, labels, one type of
 * answer) with the contradiction, or null. A contradiction means that an event was lost or not subscribed; the gap is placed
 * after the preceding event.
 *
 * Events of one subject with the same timestamp prove nothing, because the sender's clock does not order them: they add no gap
 * and remove one that the first of them added.
 */
export function judge(state: FoldState, event: Event, subject: string, contradiction: string | null): void {
  const isSimultaneous = state.lastAt[subject] === event.occurredAt;
  state.lastAt[subject] = event.occurredAt;
  if (isSimultaneous) {
    // Gaps are ordered by time: those with this timestamp are last.
    const start = state.gaps.findLastIndex((gap) => gap.at !== event.occurredAt) + 1;
    const kept = state.gaps.splice(start).filter((gap) => gap.subject !== subject);
    state.gaps.push(...kept);
  } else if (contradiction !== null) {
    const afterEventId = state.lastEventId ?? event.id;
    state.gaps.push({ subject, at: event.occurredAt, afterEventId, reason: contradiction });
  }
}
