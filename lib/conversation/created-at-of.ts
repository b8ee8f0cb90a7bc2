import { toIso } from "@/lib/time/instant";
import type { FoldState } from "./fold-state";

/** When a conversation was created, by the sender's clock. */
export function createdAtOf({ creation, key, firstEventAt }: FoldState): string {
  return creation?.createdAt ?? secondsInKey(key) ?? firstEventAt ?? toIso(0n);
}

/** A key consists of 32 hex digits and the Unix seconds of the creation (docs/support-hunt/webhook.md §2). */
function secondsInKey(key: string): string | null {
  const seconds = /^[0-9a-f]{32}([1-9]\d{9})$/i.exec(key)?.[1];
  return seconds === undefined ? null : toIso(BigInt(seconds) * 1_000_000n);
}
