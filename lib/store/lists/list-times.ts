import "server-only";
import type { ConversationFilters } from "@/lib/api/filters";
import { readMoment } from "@/lib/api/moment";
import { type Range, readMomentRange } from "@/lib/api/range";
import { now } from "@/lib/time/instant";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** By which of its two times a list is walked. */
export type WalkedTime = "lastEventAt" | "createdAt";

/** Along which time a list is walked, whether from its end, and from which moment. */
export interface TimeOrder {
  walked: WalkedTime;
  descending: boolean;
  after: bigint | null;
}

export const latestFirst: TimeOrder = { walked: "lastEventAt", descending: true, after: null };

/** What is left of `times` where a walk goes on. */
export function timesBeyond(times: Times, { walked, descending, after }: TimeOrder): Times {
  const { from, to } = times[walked];
  const rest = descending ? { from, to: least(to, after) } : { from: greatest(from, after), to };
  return { ...times, [walked]: rest };
}

/** When conversations began, and when their last event was. */
export type Times = Record<WalkedTime, Range>;

/** The times that `filters` ask for. Active within `from` and `to`: begun before the end, and not over before the beginning. */
export function timesOf({ from, to, created, active }: ConversationFilters): Times {
  const at = now();
  const begun = created === null ? null : readMomentRange(created, at);
  const last = active === null ? null : readMomentRange(active, at);
  return {
    createdAt: { from: begun?.from ?? null, to: least(begun?.to ?? null, to === null ? null : readMoment(to, "end")) },
    lastEventAt: {
      from: greatest(last?.from ?? null, from === null ? null : readMoment(from, "start")),
      to: last?.to ?? null,
    },
  };
}

/** The conditions of a value that lies in a range; none for an open end. */
export function within(value: Prisma.Sql, range: Range | null): Prisma.Sql[] {
  if (range === null) return [];
  return [
    ...(range.from === null ? [] : [Prisma.sql`${value} >= ${range.from}`]),
    ...(range.to === null ? [] : [Prisma.sql`${value} <= ${range.to}`]),
  ];
}

export function least(one: bigint | null, other: bigint | null): bigint | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

export function greatest(one: bigint | null, other: bigint | null): bigint | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
