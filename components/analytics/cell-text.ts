import { type MetricId, metricOf } from "@/lib/analytics/metrics";
import type { Cell } from "@/lib/api/schemas/analytics";
import { formatDuration } from "@/lib/time/duration";
import { fewestCompared, pointsText, unchanged } from "./change-words";

type Unit = "count" | "share" | "duration" | "number";

/** A value with its unit: `1,204`, `61 %`, `2 min 41 s`. */
export function valueText(unit: Unit, value: number): string {
  if (unit === "duration") return formatDuration(value);
  return unit === "share" ? `${percentOf(value)}\u00a0%` : value.toLocaleString("en");
}

/** What a value is based on: "312 of 510", "median of 31, 90 % within 9 min". Empty for a count. */
export function basisText(unit: Unit, { n, k, p90 }: Cell): string {
  if (unit === "count") return "";
  if (unit === "share") return `${(k ?? 0).toLocaleString("en")} of ${n.toLocaleString("en")}`;
  const rest =
    p90 === undefined ? "" : `, 90\u00a0% ${unit === "duration" ? "within" : "at most"} ${valueText(unit, p90)}`;
  return `median of ${n.toLocaleString("en")}${rest}`;
}

/** A share's interval: "57–65 %". */
export function intervalText([low, high]: readonly [number, number]): string {
  return `${percentOf(low)}–${percentOf(high)}\u00a0%`;
}

export interface Change {
  /** "4 points more", "12 % fewer", "1 min less", "no change". */
  text: string;
  /** Null if that is a matter of opinion, or if the numbers are too small to say so. */
  isBetter: boolean | null;
}

/** The change since the period before; null if either has no value. */
export function changeOf(id: MetricId, now: Cell | undefined, before: Cell | undefined): Change | null {
  if (now?.value == null || before?.value == null) return null;
  const metric = metricOf(id);
  const text = changeText(metric.unit, now.value, before.value);
  if (text === null) return null;
  const isSmall = now.n < fewestCompared || before.n < fewestCompared;
  if (isSmall || metric.better === undefined || text === unchanged) return { text, isBetter: null };
  return { text, isBetter: now.value > before.value === (metric.better === "more") };
}

function changeText(unit: Unit, now: number, before: number): string | null {
  const difference = Math.abs(now - before);
  const isMore = now > before;
  if (now === before) return unchanged;
  if (unit === "share") {
    const points = Math.round(difference * 100);
    return pointsText(isMore ? points : -points);
  }
  if (unit === "duration") {
    return difference < 1000 ? unchanged : `${formatDuration(difference)} ${isMore ? "more" : "less"}`;
  }
  // Nothing is a percentage of zero.
  if (before === 0) return null;
  return `${percentOf(difference / before)}\u00a0% ${isMore ? "more" : "fewer"}`;
}

/** Without decimals, except where that would be 0 or 100 for something else. */
function percentOf(share: number): string {
  const percent = share * 100;
  const rounded = Math.round(percent);
  const isPrecise = rounded === percent || (rounded !== 0 && rounded !== 100) || percent > 100;
  return isPrecise ? rounded.toLocaleString("en") : (Math.round(percent * 10) / 10).toLocaleString("en");
}
