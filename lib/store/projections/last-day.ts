import "server-only";
import type { FoldState } from "@/lib/conversation/fold-state";
import { fromIso } from "@/lib/time/instant";

const DAY = 86_400_000_000n;

/** Days from 1970 to a moment in microseconds. */
export function dayOf(moment: bigint): number {
  return Number(moment / DAY);
}

/** The day by which lists order a conversation, which is in the rows of all that it has. */
export function lastDayOf({ listedAt }: FoldState): number {
  return listedAt === null ? 0 : dayOf(fromIso(listedAt));
}
