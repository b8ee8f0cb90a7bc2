import { fromIso, toIso } from "@/lib/time/instant";

/** Accepted clock skew of a sender ahead of ours, in microseconds: one minute. */
const tolerance = 60_000_000n;

interface Times {
  /** The sender's timestamp. */
  occurredAt: string;
  receivedAt: string;
}

/** Whether an event's timestamp is after its arrival, beyond the accepted clock skew. */
export function isClockAhead({ occurredAt, receivedAt }: Times): boolean {
  return occurredAt > receivedAt && fromIso(occurredAt) > fromIso(receivedAt) + tolerance;
}

/** The timestamp that lists use: the sender's, limited to shortly after the arrival. */
export function listedAt({ occurredAt, receivedAt }: Times): string {
  return isClockAhead({ occurredAt, receivedAt }) ? toIso(fromIso(receivedAt) + tolerance) : occurredAt;
}
