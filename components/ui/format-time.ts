const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "now", "2m", "3h", "4d" up to a week, then the date; `iso` as in the API, with six decimals. */
export function relativeTime(iso: string, now: number): string {
  const age = ageOf(iso, now);
  if (age === null) return date(Date.parse(iso), now);
  return age === "now" ? "now" : `${age.count}${age.unit[0]}`;
}

/** As {@link relativeTime}, for a sentence: "just now", "2 min ago", "1 hour ago", "4 days ago", "on 8 Jan". */
export function relativePhrase(iso: string, now: number): string {
  const age = ageOf(iso, now);
  if (age === null) return `on ${date(Date.parse(iso), now)}`;
  if (age === "now") return "just now";
  return `${age.count} ${age.unit}${age.count === 1 || age.unit === "min" ? "" : "s"} ago`;
}

/** Null if more than a minute in the future, or a week or more in the past. */
function ageOf(iso: string, now: number): "now" | { count: number; unit: "min" | "hour" | "day" } | null {
  const age = now - Date.parse(iso);
  if (age < -minute || age >= 7 * day) return null;
  if (age < minute) return "now";
  if (age < hour) return { count: Math.floor(age / minute), unit: "min" };
  if (age < day) return { count: Math.floor(age / hour), unit: "hour" };
  return { count: Math.floor(age / day), unit: "day" };
}

/** Date, time to the second, and time zone: "Thursday, 8 January 2026 at 14:19:30 UTC". */
export function exactTime(iso: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
  }).format(Date.parse(iso));
}

function date(time: number, now: number): string {
  const thisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    ...(thisYear ? {} : { year: "numeric" }),
  }).format(time);
}
