import type { Conversation } from "@/lib/conversation/conversation";
import type { Actor } from "@/lib/events/event";

/** A period with one assignee. `eventId` is the change that started it; null for the first. */
export interface AssigneeSpan {
  assignee: Actor | null;
  eventId: string | null;
  from: string;
  to: string;
  milliseconds: number;
}

type Assigned = Pick<Conversation, "assignee" | "assignments" | "createdAt" | "lastEventAt">;

/**
 * The history of the assignee up to the conversation's last event (ISO 8601, durations in milliseconds). The first assignee is
 * the one that the first change replaced.
 */
export function assigneeSpans({ assignee, assignments, createdAt, lastEventAt }: Assigned): AssigneeSpan[] {
  const first = assignments[0];
  const starts = [
    { assignee: first ? first.from : assignee, eventId: null as string | null, at: createdAt },
    ...assignments.map((change) => ({ assignee: change.to, eventId: change.eventId, at: change.at })),
  ];
  return starts.map((start, index) => {
    const to = starts[index + 1]?.at ?? laterOf(lastEventAt, start.at);
    const milliseconds = Math.max(0, Date.parse(to) - Date.parse(start.at));
    return { assignee: start.assignee, eventId: start.eventId, from: start.at, to, milliseconds };
  });
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}
