import { formatDuration } from "@/lib/time/duration";
import { readTimeZone } from "@/lib/time/time-zone";

export const timeModes = ["local", "visitor", "utc", "elapsed", "relative"] as const;
/** The time format: in the reader's zone, the visitor's or UTC, elapsed, or relative to now. */
export type TimeMode = (typeof timeModes)[number];

/** What each way is called. */
export const timeModeNames: Record<TimeMode, string> = {
  local: "In my time zone",
  visitor: "In the visitor’s time zone",
  utc: "UTC",
  elapsed: "Elapsed (total and since previous event)",
  relative: "Relative",
};

export interface TimeFormat {
  mode: TimeMode;
  /** `14:12:58`, elapsed `+2 min 3 s`, relative `3 d 2 h ago`. */
  clock: (instant: string) => string;
  /** `14:12`, for small spaces. */
  shortClock: (instant: string) => string;
  /** `Thursday, 8 January 2026`. */
  day: (instant: string) => string;
  /** `Thu 8 Jan`. */
  shortDay: (instant: string) => string;
  /** The calendar day as a key: `2026-01-08`. */
  dayKey: (instant: string) => string;
  /** The complete time with its zone: `8 Jan 2026, 14:12:58.141788 GMT+1`. */
  exact: (instant: string) => string;
  /** The zone of the shown times, if it is not the reader's own. */
  zoneNote: string | null;
  /** Why the visitor's time is not available; null if it is. */
  noVisitorZone: string | null;
}

interface TimeSources {
  /** The conversation's first instant. */
  start: string | null;
  /** The value of the variable `timezone`; undefined if missing. */
  visitorZone?: unknown;
  /** Milliseconds since 1970. */
  now?: number;
  readerZone?: string;
}

const quarterHour = 15 * 60 * 1000;

/** Formats instants (ISO 8601 UTC, six decimals) in the selected mode. */
export function timeFormat(mode: TimeMode, { start, visitorZone, now = 0, readerZone }: TimeSources): TimeFormat {
  const visitorsZone = readTimeZone(visitorZone);
  const ownZone = readerZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones: Partial<Record<TimeMode, string>> = { utc: "UTC", visitor: visitorsZone ?? ownZone };
  const timeZone = zones[mode] ?? ownZone;
  const format = (options: Intl.DateTimeFormatOptions, locale = "en-GB") => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (instant: string) => formatter.format(Date.parse(instant));
  };
  const seconds = format({ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  const minutes = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const sinceStart = (instant: string) =>
    formatDuration(wholeSeconds(Date.parse(instant) - Date.parse(start ?? instant)));
  const age = (instant: string) => formatDuration(now - Date.parse(instant));
  const clocks: Partial<Record<TimeMode, TimeFormat["clock"]>> = {
    elapsed: (instant) => `+${sinceStart(instant)}`,
    relative: (instant) => `${age(instant)} ago`,
  };
  const shortClocks: typeof clocks = {
    elapsed: (instant) => `+${largestUnit(sinceStart(instant))}`,
    relative: (instant) => largestUnit(age(instant)),
  };
  const shortDay = format({ weekday: "short", day: "numeric", month: "short" });
  const date = format({ day: "numeric", month: "short", year: "numeric" });
  const zoneName = format({ timeZoneName: "short" });
  const noVisitorZone = visitorsZone === null ? whyNoZone(visitorZone) : null;
  return {
    mode,
    clock: clocks[mode] ?? seconds,
    shortClock: shortClocks[mode] ?? minutes,
    day: format({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    shortDay: (instant) => shortDay(instant).replace(",", ""),
    dayKey: perQuarterHour(format({ year: "numeric", month: "2-digit", day: "2-digit" }, "en-CA")),
    exact: (instant) =>
      `${date(instant)}, ${seconds(instant)}${instant.slice(19, 26)} ${zoneName(instant).split(", ").at(-1) ?? ""}`,
    zoneNote: zoneNote(mode, visitorsZone, noVisitorZone),
    noVisitorZone,
  };
}

function whyNoZone(visitorZone: unknown): string {
  if (visitorZone === undefined || visitorZone === null || visitorZone === "")
    return "the visitor’s time zone is unknown";
  return `“${String(visitorZone).slice(0, 40)}” is not a known time zone`;
}

function zoneNote(mode: TimeMode, visitorsZone: string | null, noVisitorZone: string | null): string | null {
  if (mode === "utc") return "UTC";
  if (mode !== "visitor") return null;
  return visitorsZone === null ? `your time: ${noVisitorZone}` : `the visitor’s time, ${visitorsZone}`;
}

/** `3 d 2 h` becomes `3 d`; `< 1 s` is unchanged. */
function largestUnit(duration: string): string {
  return /^\d+ \S+/.exec(duration)?.[0] ?? duration;
}

/** Avoids `+< 1 s`. */
function wholeSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000) * 1000;
}

/**
 * Caches per quarter hour, because all zones differ from UTC by whole quarter hours and a long conversation calls this for each
 * event.
 */
function perQuarterHour(answer: (instant: string) => string): (instant: string) => string {
  let lastQuarter = Number.NaN;
  let lastAnswer = "";
  return (instant) => {
    const quarter = Math.floor(Date.parse(instant) / quarterHour);
    if (quarter !== lastQuarter) {
      lastQuarter = quarter;
      lastAnswer = answer(instant);
    }
    return lastAnswer;
  };
}
