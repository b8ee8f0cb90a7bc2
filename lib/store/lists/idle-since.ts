import "server-only";
import { env } from "@/lib/env/env";
import { now } from "@/lib/time/instant";

/** Conversations without an event after this time are settled: microseconds since 1970. */
export function idleSince(at: bigint = now()): bigint {
  return at - BigInt(env().analyticsIdleHours) * 3_600_000_000n;
}
