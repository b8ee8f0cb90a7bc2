import { z } from "zod";
import { now } from "@/lib/time/instant";
import { readMoment } from "./moment";
import {
  countRangeWords,
  durationRangeWords,
  momentRangeWords,
  type Range,
  readCountRange,
  readDurationRange,
  readMomentRange,
} from "./range";
import { type VariableFilter, variableFilter, variableParameter, variablePrefixes } from "./variable-filter";

const value = z
  .string()
  .max(1000, "is longer than 1000 characters")
  .refine((given) => !given.includes("\0"), "must not contain NUL")
  .min(1, "must not be empty");
/** As many conversations as can be named one by one: an address must not grow beyond what servers take. */
export const mostKeys = 200;
const anyOf = z.array(value).max(100, "has more than 100 values").default([]);
/** Each text that is searched for looks through all texts. */
const mostSearches = 10;
const longestSearches = 1000;
const messageTypes = z.array(value.toLowerCase()).max(100, "has more than 100 values").default([]);
const statuses = z.array(z.enum(["open", "closed"], 'must be "open" or "closed"')).default([]);
const yesOrNo = z.enum(["yes", "no"], 'must be "yes" or "no"').nullable().default(null);
const moment = (edge: "start" | "end") =>
  value
    .refine((given) => readMoment(given, edge) !== null, "must be a date (2023-09-01) or a time (2023-09-01T14:13:32Z)")
    .nullable()
    .default(null);
const range = (read: (text: string) => Range | null, words: string) =>
  value
    .refine((given) => read(given) !== null, words)
    .nullable()
    .default(null);
const moments = range((text) => readMomentRange(text, now()), momentRangeWords);

/**
 * What a list of conversations is narrowed to, by the names that a URL has (contract.md: `GET /conversations`). Several values of
 * one filter mean "any of", of one with a minus "none of"; different filters must all hold.
 */
export const conversationFilters = z.strictObject({
  status: statuses,
  assignee: anyOf.describe("E-mail (in any case), id, or `none`."),
  label: anyOf.describe("Name (in any case) or id."),
  bot: anyOf.describe("Name (in any case) or id."),
  channel: anyOf.describe("Name, in any case."),
  account: anyOf.describe("Key or id."),
  visitor: anyOf.describe("The visitor's key."),
  key: z
    .array(value)
    .max(mostKeys, `has more than ${mostKeys} values`)
    .default([])
    .describe("The conversation's key: exactly these conversations."),
  has: messageTypes.describe("A message type that occurs in the conversation, in any case."),
  closedBy: anyOf.describe(
    "Who closed the conversations that are closed: e-mail (in any case), id, or what they are: bot, user, team, visitor, system.",
  ),
  q: anyOf.describe(
    "Text that was said or noted, or is in the title, key or visitor's name, e-mail or phone: a substring that reads the same, in any case and any language. Without accents it finds any; with accents just these. At most 10 texts and 1,000 characters in all, with `q.all` and `-q`.",
  ),
  "label.all": anyOf.describe("As `label`, but repeating it means all of them."),
  "q.all": anyOf.describe("As `q`, but repeating it means that all of them occur somewhere."),
  "-status": statuses.describe("None of these."),
  "-assignee": anyOf.describe("None of these; `none`: somebody is assigned."),
  "-label": anyOf.describe("None of these."),
  "-bot": anyOf.describe("None of these."),
  "-channel": anyOf.describe("None of these."),
  "-account": anyOf.describe("None of these."),
  "-visitor": anyOf.describe("None of these."),
  "-has": messageTypes.describe("None of these."),
  "-closedBy": anyOf.describe("None of these, or not closed."),
  "-q": anyOf.describe("None of these occur."),
  from: moment("start").describe(
    "Conversations that were active (from `createdAt` to `lastEventAt`) at or after this moment: a date (the whole UTC day) or a time (UTC unless it has an offset).",
  ),
  to: moment("end").describe("Conversations that were active at or before this moment."),
  created: moments.describe(
    "When they began: `2024-01-31` (the UTC day), `2024-01-01..2024-01-31`, `>=2024-01-01`, `7d` or `24h` (the last ones), `30d..7d` (so long ago), `today` and `yesterday` (UTC).",
  ),
  active: moments.describe("When their last event was; as `created`."),
  handedOver: yesOrNo.describe("Was a person or team ever in charge?"),
  notes: yesOrNo.describe("Are there notes?"),
  gaps: yesOrNo.describe("Are there signs of events that were not received?"),
  unanswered: yesOrNo.describe("Does the last prompt stand unanswered at the end?"),
  messages: range(readCountRange, countRangeWords).describe("How many messages there are: `10`, `>10`, `5..20`."),
  duration: range(readDurationRange, durationRangeWords).describe(
    "From `createdAt` to `lastEventAt`: `<1h`, `>=90s`, `10m..2h`, in `w`, `d`, `h`, `m`, `s`.",
  ),
  /** The same test of the same variable again means "any of" (of `not`: "none of"). */
  variables: z.array(variableFilter).max(100, "has more than 100 values").default([]),
});

export type ConversationFilters = z.output<typeof conversationFilters>;

export const noFilters: ConversationFilters = conversationFilters.parse({});

/** A filter's name in a URL; variables have names of their own. */
export type FilterName = Exclude<keyof ConversationFilters, "variables">;

/** The filters' names in a URL, beside those of variables. */
export const filterNames = Object.keys(conversationFilters.shape).filter(
  (name) => name !== "variables",
) as FilterName[];

/** Those with fixed values, which are read in any case. */
const enumerated = ["status", "-status", "handedOver", "notes", "gaps", "unanswered"] satisfies FilterName[];

/** Those that are given once. */
const single = filterNames.filter((name) => !Array.isArray(noFilters[name]));

export type FiltersRead =
  | { ok: true; filters: ConversationFilters }
  | { ok: false; parameter: string; message: string };

/** Is `name` a parameter of {@link readFilters}? */
export function isFilterName(name: string): boolean {
  return variableParameter(name) !== null || filterNames.some((known) => known === name);
}

/** Reads filters from a URL's parameters. An unknown parameter or a bad value is named, never skipped. */
export function readFilters(parameters: URLSearchParams): FiltersRead {
  const unknown = [...parameters.keys()].find((name) => !isFilterName(name));
  if (unknown !== undefined) return { ok: false, parameter: unknown, message: `There is no parameter "${unknown}".` };
  const twice = single.find((name) => parameters.getAll(name).length > 1);
  if (twice !== undefined) return { ok: false, parameter: twice, message: `"${twice}" can be given only once.` };

  const given = Object.fromEntries(
    filterNames.map((name) => [name, single.includes(name) ? parameters.get(name) : valuesOf(parameters, name)]),
  );
  for (const name of enumerated) {
    const wanted = given[name];
    given[name] = Array.isArray(wanted) ? wanted.map((one) => one.toLowerCase()) : (wanted?.toLowerCase() ?? null);
  }
  const parsed = conversationFilters.safeParse({ ...given, variables: variablesIn(parameters) });
  if (!parsed.success) return describeFault(parsed.error, parameters);
  const fault = searchesFault(searchesOf(parsed.data));
  if (fault === null) return { ok: true, filters: tidy(parsed.data) };
  const parameter = searchNames.find((name) => parsed.data[name].length > 0) ?? "q";
  return { ok: false, parameter, ...fault };
}

const searchNames = ["q", "q.all", "-q"] as const;

/** All texts that are searched for. */
export function searchesOf(filters: ConversationFilters): string[] {
  return searchNames.flatMap((name) => filters[name]);
}

/** What keeps these texts from being searched for together; null where nothing does. */
export function searchesFault(searches: readonly string[]): { message: string } | null {
  if (searches.length > mostSearches) {
    return { message: `A search can have at most ${mostSearches} words or phrases. Remove some.` };
  }
  const length = searches.reduce((sum, text) => sum + text.length, 0);
  return length > longestSearches
    ? { message: `The words searched for are longer than ${longestSearches} characters in all. Shorten them.` }
    : null;
}

/** The parameters that {@link readFilters} reads back as `filters`. */
export function writeFilters(filters: ConversationFilters): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const name of filterNames) {
    for (const wanted of [filters[name]].flat()) if (wanted !== null) parameters.append(name, wanted);
  }
  for (const { name, test, value: wanted } of filters.variables) {
    parameters.append(variablePrefixes[test] + name, wanted);
  }
  return parameters;
}

function valuesOf(parameters: URLSearchParams, name: FilterName): string[] {
  const values = parameters.getAll(name);
  const isSearch = searchNames.some((search) => search === name);
  // A blank search box filters nothing.
  return unique(isSearch ? values.map((text) => text.trim()).filter((text) => text !== "") : values);
}

function variablesIn(parameters: URLSearchParams): VariableFilter[] {
  const tests = new Map(
    [...parameters].flatMap(([parameter, wanted]) => {
      const variable = variableParameter(parameter);
      return variable === null ? [] : [[`${parameter}\0${wanted}`, { ...variable, value: wanted }] as const];
    }),
  );
  return [...tests.values()];
}

/** All of one text is any of it: one way of writing it down is enough. */
function tidy(filters: ConversationFilters): ConversationFilters {
  const isSame = filters.q.length === 0 && filters["q.all"].length === 1;
  return isSame ? { ...filters, q: filters["q.all"], "q.all": [] } : filters;
}

function describeFault(error: z.ZodError, parameters: URLSearchParams): FiltersRead {
  const issue = error.issues[0];
  const [field, place] = issue?.path ?? [];
  const variable = field === "variables" ? variablesIn(parameters)[Number(place)] : undefined;
  const parameter = variable === undefined ? String(field) : variablePrefixes[variable.test] + variable.name;
  return { ok: false, parameter, message: `"${parameter}" ${issue?.message ?? "is not valid"}.` };
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
