import type { Interval } from "@/lib/analytics/intervals";

/** Names the intervals of a series in a zone: `Tue 3 Nov`, `Tue 3 Nov, 14:00`, `week of Mon 2 Nov`, `November 2026`. */
export function intervalName(interval: Interval, tz: string): (from: string) => string {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: tz, ...options[interval] });
  return (from) => {
    const name = format.format(Date.parse(from));
    return interval === "week" ? `week of ${name}` : name;
  };
}

/** The same, in a sentence: `on Tue 3 Nov`. */
export function intervalPhrase(interval: Interval, tz: string): (from: string) => string {
  const nameOf = intervalName(interval, tz);
  return (from) => `${prepositions[interval]} ${nameOf(from)}`;
}

const prepositions: Record<Interval, string> = { hour: "in the hour from", day: "on", week: "in the", month: "in" };

/** The same, for the axis of a chart. */
export function shortIntervalName(interval: Interval, tz: string): (from: string) => string {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: tz, ...shortOptions[interval] });
  return (from) => format.format(Date.parse(from));
}

const day = { weekday: "short", day: "numeric", month: "short" } as const;
const options: Record<Interval, Intl.DateTimeFormatOptions> = {
  hour: { ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  day,
  week: { ...day, year: "numeric" },
  month: { month: "long", year: "numeric" },
};

const shortOptions: Record<Interval, Intl.DateTimeFormatOptions> = {
  hour: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  day: { day: "numeric", month: "short" },
  week: { day: "numeric", month: "short" },
  month: { month: "short", year: "2-digit" },
};
