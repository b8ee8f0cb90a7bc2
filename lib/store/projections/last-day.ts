import "server-only";
import type { FoldState } from "@/lib/conversation/fold-state";
import { fromIso } from "@/lib/time/instant";

const DAY = 86_400_000_000n;

/** Days from 1970 to a time in microseconds. */
export function dayOf(moment: bigint): number {
  return Number(moment / DAY);
}

/** The day of a conversation's position in lists, copied to all of its variables' rows. */
export function lastDayOf({ listedAt }: FoldState): number {
  return listedAt === null ? 0 : dayOf(fromIso(listedAt));
}
