import type { FilterValues } from "@/lib/filters/filters";
import { type Range, readDurationRange, writeDurationRange } from "@/lib/filters/values/range";
import type { MetricId } from "./metrics";
import type { Cohort } from "./narrow";
import { conversationsOf, noConversations } from "./narrow";

/** The durations whose values can be counted by size, with the filter of the conversations that have a value in a range. */
const distributed = {
  humanWait: "wait",
  replyTime: "replyTime",
  resolutionTime: "resolutionTime",
  duration: "duration",
} as const satisfies Partial<Record<MetricId, keyof FilterValues>>;

export type DistributedId = keyof typeof distributed;
type DurationFilter = (typeof distributed)[DistributedId];

// The table has no other keys.
export const distributedIds = Object.keys(distributed) as [DistributedId, ...DistributedId[]];

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The starts of the ranges, in milliseconds. */
export const rangeStarts: readonly number[] = [
  ...[0, 10 * second, 30 * second, minute, 2 * minute, 5 * minute, 10 * minute, 30 * minute],
  ...[hour, 2 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day, 30 * day],
];

/** The filter that a cohort may already have on a metric's values. */
export function filterOfValues(id: DistributedId): DurationFilter {
  return distributed[id];
}

/** The query string of the list with exactly the cohort's conversations that have a value in the range. */
export function conversationsWithin(
  { filters, ...period }: Cohort,
  id: DistributedId,
  { fromMs, toMs }: { fromMs: number; toMs: number | null },
): string {
  const name = filterOfValues(id);
  const given = filters[name] === null ? null : readDurationRange(filters[name]);
  const range = { from: BigInt(fromMs) * 1000n, to: toMs === null ? null : BigInt(toMs) * 1000n - 1n };
  const both = given === null ? range : intersection(given, range);
  if (both === null) return noConversations;
  const narrowed = { ...filters, [name]: writeDurationRange(both) };
  return conversationsOf({ filters: narrowed, ...period }, id === "resolutionTime" ? { status: ["closed"] } : {});
}

function intersection(one: Range, other: Range): Range | null {
  const from = one.from === null || (other.from !== null && other.from > one.from) ? other.from : one.from;
  const to = one.to === null || (other.to !== null && other.to < one.to) ? other.to : one.to;
  return from !== null && to !== null && from > to ? null : { from, to };
}
