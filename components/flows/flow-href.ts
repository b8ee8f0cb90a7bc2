import { type AnalyticsSearch, analyticsHref } from "@/components/analytics/analytics-search";
import { funnelsPath, type OwnValues } from "@/components/analytics/own-parameters";
import { flowPath } from "./flow-path";

/** The address of a bot's map, with the filters and the period of a page. */
export function flowHref(search: AnalyticsSearch, bot: string, own: OwnValues = {}): string {
  return hrefOf(search, flowPath(bot), own);
}

export function promptPath(bot: string, id: string): string {
  return `${flowPath(bot)}/prompts/${encodeURIComponent(id)}`;
}

export function promptHref(search: AnalyticsSearch, bot: string, id: string): string {
  return hrefOf(search, promptPath(bot, id));
}

export function wiringHref(search: AnalyticsSearch, bot: string): string {
  return hrefOf(search, `${flowPath(bot)}/wiring`);
}

/** The address of a funnel of a bot, without steps. */
export function funnelHref(search: AnalyticsSearch, bot: string): string {
  return hrefOf({ ...search, steps: [] }, funnelsPath, { bot });
}

/** The address of all bots. */
export function flowsHref(search: AnalyticsSearch): string {
  return hrefOf(search, "/flows");
}

function hrefOf(search: AnalyticsSearch, pathname: string, own: OwnValues = {}): string {
  const filters = { ...search.filters, bot: [], "-bot": [] };
  return analyticsHref({ ...search, pathname, filters, own });
}
