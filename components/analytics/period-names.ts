import type { AnalyticsSearch } from "./analytics-search";

/** The usual periods, which end now. */
export const presets: readonly { from: string; name: string }[] = [
  { from: "24h", name: "Last 24 hours" },
  { from: "7d", name: "Last 7 days" },
  { from: "30d", name: "Last 30 days" },
  { from: "90d", name: "Last 90 days" },
  { from: "365d", name: "Last 365 days" },
];

/** `2024-01-31` */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}

/** "Last 30 days", "1 Jan 2024 – 31 Jan 2024", or as in the URL. */
export function periodName({ from, to }: Pick<AnalyticsSearch, "from" | "to">): string {
  const preset = presets.find((one) => one.from === from && to === "now");
  if (preset !== undefined) return preset.name;
  if (!isDay(from) || !isDay(to)) return `${from} – ${to}`;
  const format = new Intl.DateTimeFormat("en-GB", {
    ...{ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" },
  });
  // Node and browsers write ranges differently.
  return [from, dayAfter(to, -1)].map((day) => format.format(Date.parse(day))).join(" – ");
}

/** The day so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** "1 Jan 2024, 14:00", in a time zone. */
export function minuteFormat(tz: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-GB", {
    ...{ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
    ...{ hourCycle: "h23", timeZone: tz },
  });
}
