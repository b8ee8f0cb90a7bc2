import { intervals } from "@/lib/analytics/intervals";
import { readWithin } from "@/lib/filters/kinds/sequence-text";

/** What is wrong with a value; null if nothing is. */
type Check = (value: string) => string | null;

/** Accepts every value. */
const freeText: Check = () => null;

/** The parameters that only some pages have. */
const parameters = {
  /** The length of a bar in the chart of the volume. */
  interval: (value) => (intervals.some((one) => one === value) ? null : `It must be one of ${intervals.join(", ")}.`),
  /** The share of the conversations that an edge of the map needs, in percent. */
  least: (value) =>
    edgeShares.some((one) => String(one) === value) ? null : `It must be one of ${edgeShares.join(", ")}.`,
  /** Words of the prompts to find. */
  find: freeText,
  /** The key of the conversation whose path is shown. */
  path: freeText,
  /** The id of the bot whose conversations went through a funnel. */
  bot: freeText,
  /** Whether the steps of a funnel have an order. */
  order: (value) => (value === "strict" || value === "loose" ? null : "It must be strict or loose."),
  /** At most how long from the first step of a funnel to the last. */
  within: (value) => (readWithin(value) === undefined ? "It must be a duration, such as 30m." : null),
} satisfies Record<string, Check>;

export type OwnParameter = keyof typeof parameters;
export type OwnValues = Readonly<Partial<Record<OwnParameter, string>>>;

export const funnelsPath = "/funnels";

/** In percent. */
export const edgeShares = [0, 1, 2, 5, 10] as const;

/** The parameters of the page with this address. */
export function ownParameters(pathname: string): readonly OwnParameter[] {
  if (pathname === "/analytics") return ["interval"];
  if (pathname === funnelsPath) return ["bot", "order", "within"];
  return /^\/flows\/[^/]+$/.test(pathname) ? ["least", "find", "path"] : [];
}

export function checkOwn(name: OwnParameter, value: string): string | null {
  return parameters[name](value);
}

/** Filters that the page with this address does not have: it shows one bot, which is part of its address. */
export function withoutFilters(pathname: string): readonly ("bot" | "-bot")[] {
  return pathname.startsWith("/flows/") || pathname === funnelsPath ? ["bot", "-bot"] : [];
}
