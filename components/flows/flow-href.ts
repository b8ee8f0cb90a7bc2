import { type AnalyticsSearch, analyticsHref } from "@/components/analytics/analytics-search";
import type { OwnValues } from "@/components/analytics/own-parameters";

/** The address of a bot's map, without parameters. */
export function flowPath(bot: string): string {
  return `/flows/${encodeURIComponent(bot)}`;
}

/** The address of a bot's map, with the filters and the period of a page. */
export function flowHref(search: AnalyticsSearch, bot: string, own: OwnValues = {}): string {
  return hrefOf(search, flowPath(bot), own);
}

export function promptHref(search: AnalyticsSearch, bot: string, id: string): string {
  return hrefOf(search, `${flowPath(bot)}/prompts/${encodeURIComponent(id)}`);
}

export function wiringHref(search: AnalyticsSearch, bot: string): string {
  return hrefOf(search, `${flowPath(bot)}/wiring`);
}

/** The address of all bots. */
export function flowsHref(search: AnalyticsSearch): string {
  return hrefOf(search, "/flows");
}

function hrefOf(search: AnalyticsSearch, pathname: string, own: OwnValues = {}): string {
  const filters = { ...search.filters, bot: [], "-bot": [] };
  return analyticsHref({ ...search, pathname, filters, own });
}
