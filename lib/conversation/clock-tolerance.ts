import { fromIso, toIso } from "@/lib/time/instant";

/** How far a sender's clock may be ahead of ours, in microseconds: a minute. */
const tolerance = 60_000_000n;

interface Times {
  /** The sender's clock. */
  occurredAt: string;
  receivedAt: string;
}

/** Whether an event claims to have happened after it arrived: its sender's clock is ahead. */
export function isClockAhead({ occurredAt, receivedAt }: Times): boolean {
  return occurredAt > receivedAt && fromIso(occurredAt) > fromIso(receivedAt) + tolerance;
}

/** The time that lists use: the sender's, but no later than shortly after the arrival. */
export function listedAt({ occurredAt, receivedAt }: Times): string {
  return isClockAhead({ occurredAt, receivedAt }) ? toIso(fromIso(receivedAt) + tolerance) : occurredAt;
}
