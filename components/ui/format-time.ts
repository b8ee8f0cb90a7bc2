const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "now", "2 min", "3 h", "4 d" up to a week, then the date; `iso` as in the API, six decimals. */
export function relativeTime(iso: string, now: number): string {
  const time = Date.parse(iso);
  const age = now - time;
  if (age < -minute) return date(time, now);
  if (age < minute) return "now";
  if (age < hour) return `${Math.floor(age / minute)} min`;
  if (age < day) return `${Math.floor(age / hour)} h`;
  if (age < 7 * day) return `${Math.floor(age / day)} d`;
  return date(time, now);
}

/** As {@link relativeTime}, to stand in a sentence: "just now", "2 min ago", "on 8 Jan". */
export function relativePhrase(iso: string, now: number): string {
  const relative = relativeTime(iso, now);
  if (relative === "now") return "just now";
  return /(min|h|d)$/.test(relative) ? `${relative} ago` : `on ${relative}`;
}

/** Date, time to the second and the zone it is told in: "Thursday, 8 January 2026 at 14:19:30 UTC". */
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
