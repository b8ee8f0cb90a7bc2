import type { Scope } from "@/lib/access/scope";

/** A scope in words: "All conversations", "2 bots, 1 account". */
export function scopeText({ bots, accounts }: Scope): string {
  const parts = [
    ...(bots === null ? [] : [bots.length === 1 ? "1 bot" : `${bots.length} bots`]),
    ...(accounts === null ? [] : [accounts.length === 1 ? "1 account" : `${accounts.length} accounts`]),
  ];
  return parts.length === 0 ? "All conversations" : parts.join(", ");
}
