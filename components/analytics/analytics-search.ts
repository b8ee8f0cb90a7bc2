import { type IgnoredParameter, readInboxSearch } from "@/components/list-state/inbox-search";
import { type Interval, intervalFor, intervals, readableIntervals } from "@/lib/analytics/intervals";
import { defaultPeriod, momentWords, readPeriodMoment } from "@/lib/analytics/period";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { writeFilters } from "@/lib/filters/write-filters";
import { now } from "@/lib/time/instant";
import { isZone } from "@/lib/time/is-zone";

/** The page's state, as stored in its URL, with the API's names. */
export interface AnalyticsSearch {
  filters: ConversationFilters;
  /** The period: days, times, or how long ago. */
  from: string;
  to: string;
  tz: string;
  /** The length of a bar in the chart of the volume; null for one that suits the period. */
  interval: Interval | null;
  /** Show tables instead of charts. */
  asTables: boolean;
}

const own = ["from", "to", "tz", "interval", "as"];

/** Parses the page's URL. Invalid parameters are dropped, so that an old link still opens the page, and reported. */
export function readAnalyticsSearch(
  parameters: URLSearchParams,
): AnalyticsSearch & { ignored: readonly IgnoredParameter[] } {
  const others = new URLSearchParams([...parameters].filter(([name]) => !own.includes(name) && name !== "created"));
  const { filters, ignored: ofFilters } = readInboxSearch(others);
  const ignored = [...ofFilters];
  const ignore = (name: string, message: string) => {
    ignored.push({ written: `${name}=${parameters.get(name)}`, message });
    return null;
  };
  if (parameters.has("created")) ignore("created", "The period is chosen with “from” and “to”.");
  const zone = parameters.get("tz") ?? "UTC";
  const tz = isZone(zone) ? zone : (ignore("tz", "Unknown time zone.") ?? "UTC");
  const interval = parameters.get("interval");
  const known = intervals.find((one) => one === interval) ?? null;
  if (interval !== null && known === null) ignore("interval", `It must be one of ${intervals.join(", ")}.`);
  return {
    ...{ filters, tz, interval: known, asTables: parameters.get("as") === "tables" },
    ...readPeriod(parameters, tz, ignore),
    ignored,
  };
}

function readPeriod(parameters: URLSearchParams, tz: string, ignore: (name: string, message: string) => null) {
  const at = now();
  const read = (name: "from" | "to") => {
    const text = parameters.get(name) ?? defaultPeriod[name];
    const moment = readPeriodMoment(text, at, tz);
    return moment === null ? ignore(name, `It ${momentWords}.`) : { text, moment };
  };
  const [from, to] = [read("from"), read("to")];
  if (from === null || to === null) return defaultPeriod;
  if (from.moment < to.moment) return { from: from.text, to: to.text };
  ignore("to", "The period must end after it begins.");
  return defaultPeriod;
}

/** The page's URL. */
export function analyticsHref({ filters, from, to, tz, interval, asTables }: AnalyticsSearch): string {
  const parameters = writeFilters(filters);
  if (from !== defaultPeriod.from) parameters.set("from", from);
  if (to !== defaultPeriod.to) parameters.set("to", to);
  if (tz !== "UTC") parameters.set("tz", tz);
  if (interval !== null) parameters.set("interval", interval);
  if (asTables) parameters.set("as", "tables");
  return parameters.size === 0 ? "/analytics" : `/analytics?${parameters}`;
}

/** The address of a figure's numbers as a CSV file: an endpoint with the page's filters and period. */
export function csvHref(
  path: `/api/v1/analytics/${string}`,
  { filters, from, to, tz }: AnalyticsSearch,
  more: Readonly<Record<string, string>> = {},
): string {
  const parameters = writeFilters(filters);
  for (const [name, value] of Object.entries({ from, to, tz, ...more, format: "csv" })) parameters.set(name, value);
  return `${path}?${parameters}`;
}

/** The interval of the volume chart, and the intervals offered for the period. */
export function chosenInterval({ from, to, tz, interval }: AnalyticsSearch): {
  interval: Interval;
  offered: readonly Interval[];
} {
  const at = now();
  const read = (text: string) => readPeriodMoment(text, at, tz) ?? at;
  const period = { from: read(from), to: read(to) };
  const offered = readableIntervals(period);
  return { interval: offered.find((one) => one === interval) ?? intervalFor(period), offered };
}
