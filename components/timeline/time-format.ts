import { formatDuration } from "./duration";

export const timeModes = ["local", "utc", "elapsed"] as const;
/** How times are written: the reader's zone, UTC, or counted from the conversation's first event. */
export type TimeMode = (typeof timeModes)[number];

export interface TimeFormat {
  mode: TimeMode;
  /** `14:12:58`, or `+2 min 3 s` where times are counted from the start. */
  clock: (instant: string) => string;
  /** `14:12`, for places with little room. */
  shortClock: (instant: string) => string;
  /** `Thursday, 8 January 2026`. */
  day: (instant: string) => string;
  /** The calendar day, for telling days apart: `2026-01-08`. */
  dayKey: (instant: string) => string;
  /** Everything that is known, with the zone: `8 Jan 2026, 14:12:58.141788 GMT+1`. */
  exact: (instant: string) => string;
}

const quarterHour = 15 * 60 * 1000;

/** Writes instants (ISO 8601 UTC, six decimals) in the reader's zone or in UTC; `start` is the conversation's first instant. */
export function timeFormat(mode: TimeMode, start: string | null, zone = readerZone()): TimeFormat {
  const timeZone = mode === "utc" ? "UTC" : zone;
  const format = (options: Intl.DateTimeFormatOptions, locale = "en-GB") => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (instant: string) => formatter.format(Date.parse(instant));
  };
  const seconds = format({ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  const minutes = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const elapsed = (instant: string) =>
    start === null ? seconds(instant) : `+${formatDuration(Date.parse(instant) - Date.parse(start))}`;
  const date = format({ day: "numeric", month: "short", year: "numeric" });
  const zoneName = format({ timeZoneName: "short" });
  return {
    mode,
    clock: mode === "elapsed" ? elapsed : seconds,
    shortClock: mode === "elapsed" ? elapsed : minutes,
    day: format({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    dayKey: perQuarterHour(format({ year: "numeric", month: "2-digit", day: "2-digit" }, "en-CA")),
    exact: (instant) =>
      `${date(instant)}, ${seconds(instant)}${instant.slice(19, 26)} ${zoneName(instant).split(", ").at(-1) ?? ""}`,
  };
}

function readerZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** All zones differ from UTC by whole quarter hours, so one answer serves each of them: a long conversation asks per event. */
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
