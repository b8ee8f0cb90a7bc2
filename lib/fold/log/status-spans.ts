import type { Conversation } from "@/lib/conversation/conversation";
import type { StatusChange } from "./change";

/** A period in which the conversation was open or closed. `change` started it; null for the first. */
export interface StatusSpan {
  status: Conversation["status"];
  change: StatusChange | null;
  from: string;
  milliseconds: number;
}

type Lasting = Pick<Conversation, "status" | "createdAt" | "lastEventAt">;

/** The history of the status up to the conversation's last event; `changes` up to the same moment, in order. */
export function statusSpans(
  { status, createdAt, lastEventAt }: Lasting,
  changes: readonly StatusChange[],
): StatusSpan[] {
  const first = changes[0];
  // The creation contains the initial status, though it may be reported days later.
  const begins = first?.eventType === "conversation_create";
  const starts = [
    ...(begins ? [] : [{ status: first ? (first.before ?? "open") : status, change: null, from: createdAt }]),
    ...changes.map((change, place) => ({
      status: change.after,
      change,
      from: place === 0 && begins ? createdAt : change.at,
    })),
  ];
  return starts.map((start, place) => {
    const to = starts[place + 1]?.from ?? lastEventAt;
    return { ...start, milliseconds: Math.max(0, Date.parse(to) - Date.parse(start.from)) };
  });
}
