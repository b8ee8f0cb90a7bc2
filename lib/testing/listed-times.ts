import type { Event } from "@/lib/events/event";

/** The times that lists use, in microseconds: those of the sender, none later than a minute after the arrival. */
export interface ListedTimes {
  /** When the conversation began. */
  created: bigint;
  /** When its last event was. */
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
