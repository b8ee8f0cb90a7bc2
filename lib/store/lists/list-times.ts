import "server-only";
import { type Clause, clausesOf } from "@/lib/filters/clauses-of";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import type { Range } from "@/lib/filters/values/range";
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

/** The times that `filters` ask for: all of their ranges hold. */
export function timesOf(filters: ConversationFilters): Times {
  const asked = clausesOf(filters).map(timeAsked);
  const of = (time: WalkedTime): Range => {
    const ranges = asked.filter((one) => one?.time === time).map((one) => one?.range);
    return {
      from: ranges.map((range) => range?.from ?? null).reduce(greatest, null),
      to: ranges.map((range) => range?.to ?? null).reduce(least, null),
    };
  };
  return { createdAt: of("createdAt"), lastEventAt: of("lastEventAt") };
}

/** Is a clause about the times by which a list is walked? */
export function isOfTimes(clause: Clause): boolean {
  return timeAsked(clause) !== null;
}

function timeAsked({ how, conditions }: Clause): { time: WalkedTime; range: Range } | null {
  const [condition, ...others] = conditions;
  if (how !== "any" || others.length > 0 || condition?.kind !== "within") return null;
  const { value, range } = condition;
  if (value.kind !== "column" || (value.column !== "lastEventAt" && value.column !== "createdAt")) return null;
  return { time: value.column, range };
}

/** The conditions of a value that lies in a range; none for an open end. */
export function within(value: Prisma.Sql, range: Range): Prisma.Sql[] {
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
