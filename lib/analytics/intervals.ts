import { Zone } from "@/lib/time/zone";

export const intervals = ["hour", "day", "week", "month"] as const;

export type Interval = (typeof intervals)[number];

const hour = 3_600_000n * 1000n;

const lengths: Record<Interval, bigint> = { hour, day: 24n * hour, week: 168n * hour, month: 720n * hour };

/** The intervals that divide a period into a readable number of parts. */
export function readableIntervals({ from, to }: { from: bigint; to: bigint }): Interval[] {
  return intervals.filter((interval) => (to - from) / lengths[interval] <= 400n);
}

/** The one of them with about as many parts as a chart has room for. */
export function intervalFor(period: { from: bigint; to: bigint }): Interval {
  const readable = readableIntervals(period);
  return readable.find((interval) => (period.to - period.from) / lengths[interval] <= 100n) ?? readable[0] ?? "month";
}

/**
 * The starts of the intervals that `[from, to)` touches, in microseconds since 1970, with local days of the zone: weeks begin on
 * Monday, months on the first. The first interval may begin before `from`. An hour next to a change of half an hour is longer.
 *
 * @returns null if there are more than `most`
 */
export function intervalStarts(
  { from, to, tz }: { from: bigint; to: bigint; tz: string },
  interval: Interval,
  most: number,
): bigint[] | null {
  const zone = new Zone(tz);
  const starts: bigint[] = [];
  for (let start = firstStart(zone, from, interval); start < to; start = nextStart(zone, start, interval)) {
    if (starts.length >= most) return null;
    starts.push(start);
  }
  return starts;
}

function firstStart(zone: Zone, from: bigint, interval: Interval): bigint {
  const instant = Number(from / 1000n);
  const { year, month, day, minute } = zone.local(instant);
  if (interval === "hour") return BigInt(Math.floor(instant / 60_000) - minute) * 60_000_000n;
  return inMicroseconds(startOf(zone, interval, year, month, day));
}

function startOf(zone: Zone, interval: Interval, year: number, month: number, day: number): number {
  if (interval === "month") return zone.startOfDay(year, month, 1);
  const daysSinceMonday = interval === "week" ? (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7 : 0;
  return zone.startOfDay(year, month, day - daysSinceMonday);
}

function nextStart(zone: Zone, start: bigint, interval: Interval): bigint {
  if (interval === "hour") {
    const next = start + hour;
    const { minute } = zone.local(Number(next / 1000n));
    return minute === 0 ? next : next + BigInt(60 - minute) * 60_000_000n;
  }
  const { year, month, day } = zone.local(Number(start / 1000n));
  const next =
    interval === "month"
      ? zone.startOfDay(year, month + 1, 1)
      : zone.startOfDay(year, month, day + (interval === "week" ? 7 : 1));
  return inMicroseconds(next);
}

function inMicroseconds(milliseconds: number): bigint {
  return BigInt(milliseconds) * 1000n;
}
