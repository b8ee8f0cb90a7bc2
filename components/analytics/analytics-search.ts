import { type IgnoredParameter, readInboxSearch } from "@/components/list-state/inbox-search";
import { type Interval, intervalFor, readableIntervals } from "@/lib/analytics/intervals";
import { defaultPeriod, momentWords, readPeriodMoment } from "@/lib/analytics/period";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { writeFilters } from "@/lib/filters/write-filters";
import { now } from "@/lib/time/instant";
import { isZone } from "@/lib/time/is-zone";
import { checkOwn, funnelsPath, type OwnValues, ownParameters, withoutFilters } from "./own-parameters";

/** The state of a page of metrics or flows, as stored in its URL, with the API's names. */
export interface AnalyticsSearch {
  /** The page's address without parameters. */
  pathname: string;
  filters: ConversationFilters;
  /** The period: days, times, or how long ago. */
  from: string;
  to: string;
  tz: string;
  /** The parameters that only this page has. */
  own: OwnValues;
  /** The steps of a funnel, as in the API; empty on other pages. */
  steps: readonly string[];
  /** Show tables instead of charts. */
  asTables: boolean;
}

const common = ["from", "to", "tz", "as"];

/** Parses a page's URL. Invalid parameters are dropped, so that an old link still opens the page, and reported. */
export function readAnalyticsSearch(
  pathname: string,
  parameters: URLSearchParams,
): AnalyticsSearch & { ignored: readonly IgnoredParameter[] } {
  const isFunnel = pathname === funnelsPath;
  const names: readonly string[] = [...ownParameters(pathname), ...(isFunnel ? ["step"] : [])];
  const without = ["created", ...withoutFilters(pathname)].filter((name) => !names.includes(name));
  const others = [...parameters].filter(([name]) => ![...common, ...names, ...without].includes(name));
  const { filters, ignored: ofFilters } = readInboxSearch(new URLSearchParams(others));
  const ignored = [...ofFilters];
  const ignore = (name: string, message: string) => {
    ignored.push({ written: `${name}=${parameters.get(name)}`, message });
    return null;
  };
  for (const name of without) {
    if (!parameters.has(name)) continue;
    ignore(name, name === "created" ? "The period is chosen with “from” and “to”." : "The bot is part of the address.");
  }
  const zone = parameters.get("tz") ?? "UTC";
  const tz = isZone(zone) ? zone : (ignore("tz", "Unknown time zone.") ?? "UTC");
  return {
    ...{ pathname, filters, tz, asTables: parameters.get("as") === "tables" },
    own: readOwn(pathname, parameters, ignore),
    steps: isFunnel ? parameters.getAll("step") : [],
    ...readPeriod(parameters, tz, ignore),
    ignored,
  };
}

type Ignore = (name: string, message: string) => null;

function readOwn(pathname: string, parameters: URLSearchParams, ignore: Ignore): OwnValues {
  const values = ownParameters(pathname).flatMap((name) => {
    const value = parameters.get(name);
    if (value === null || value === "") return [];
    const problem = checkOwn(name, value);
    if (problem !== null) ignore(name, problem);
    return problem === null ? [[name, value] as const] : [];
  });
  return Object.fromEntries(values);
}

function readPeriod(parameters: URLSearchParams, tz: string, ignore: Ignore) {
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

/** A page's URL. */
export function analyticsHref({ pathname, filters, from, to, tz, own, steps, asTables }: AnalyticsSearch): string {
  const parameters = writeFilters(filters);
  if (from !== defaultPeriod.from) parameters.set("from", from);
  if (to !== defaultPeriod.to) parameters.set("to", to);
  if (tz !== "UTC") parameters.set("tz", tz);
  for (const name of ownParameters(pathname)) {
    const value = own[name];
    if (value !== undefined && value !== "") parameters.set(name, value);
  }
  if (pathname === funnelsPath) for (const step of steps) parameters.append("step", step);
  if (asTables) parameters.set("as", "tables");
  return parameters.size === 0 ? pathname : `${pathname}?${parameters}`;
}

/** The address of a figure's numbers as a CSV file: an endpoint with the page's filters and period. */
export function csvHref(
  path: `${"analytics" | "flows" | "funnels"}${string}`,
  { filters, from, to, tz, steps }: AnalyticsSearch,
  more: Readonly<Record<string, string>> = {},
): string {
  const parameters = writeFilters(filters);
  for (const [name, value] of Object.entries({ from, to, tz, ...more, format: "csv" })) parameters.set(name, value);
  for (const step of steps) parameters.append("step", step);
  return `/api/v1/${path}?${parameters}`;
}

/** The interval of the volume chart, and the intervals offered for the period. */
export function chosenInterval({ from, to, tz, own: { interval } }: AnalyticsSearch): {
  interval: Interval;
  offered: readonly Interval[];
} {
  const at = now();
  const read = (text: string) => readPeriodMoment(text, at, tz) ?? at;
  const period = { from: read(from), to: read(to) };
  const offered = readableIntervals(period);
  return { interval: offered.find((one) => one === interval) ?? intervalFor(period), offered };
}
