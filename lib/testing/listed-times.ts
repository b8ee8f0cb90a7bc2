import type { Event } from "@/lib/events/event";

/** The timestamps that lists use, in microseconds: the sender's, limited to a minute after the arrival. */
export interface ListedTimes {
  /** When the conversation was created. */
  created: bigint;
  /** The timestamp of its last event. */
  active: bigint;
}

const minute = 60_000_000n;

export function listedTimes({ createdAt }: { createdAt: string }, events: readonly Event[]): ListedTimes {
  const limits = events.map(({ receivedAt }) => micros(receivedAt) + minute);
  const listed = events.map(({ occurredAt }, place) => lesser(micros(occurredAt), limits[place] ?? 0n));
  return {
    created: limits.reduce(lesser, micros(createdAt)),
    active: listed.reduce(greater),
  };
}

function lesser(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}

function micros(iso: string): bigint {
  return BigInt(Date.parse(iso)) * 1000n + BigInt(iso.slice(23, 26));
}

function greater(one: bigint, other: bigint): bigint {
  return other > one ? other : one;
}
