import { z } from "zod";
import { readMoment } from "./moment";

const text = z
  .string()
  .max(1000, "is longer than 1000 characters")
  .refine((given) => !given.includes("\0"), "must not contain NUL");
const value = text.min(1, "must not be empty");
const anyOf = z.array(value).max(100, "has more than 100 values").default([]);
const moment = (edge: "start" | "end") =>
  value
    .refine((given) => readMoment(given, edge) !== null, "must be a date (2023-09-01) or a time (2023-09-01T14:13:32Z)")
    .nullable()
    .default(null);

/**
 * What a list of conversations is narrowed to (contract.md: `GET /conversations`). Several values of one filter mean "any
 * of"; different filters must all hold.
 */
export const conversationFilters = z.strictObject({
  status: z.array(z.enum(["open", "closed"], 'must be "open" or "closed"')).default([]),
  assignee: anyOf.describe("E-mail (in any case), id, or `none`."),
  label: anyOf.describe("Name (in any case) or id."),
  bot: anyOf.describe("Name (in any case) or id."),
  channel: anyOf.describe("Name, in any case."),
  visitor: anyOf.describe("The visitor's key."),
  q: anyOf.describe(
    "Text that was said or noted, or is in the title, key or visitor's name, e-mail or phone: a substring, in any case and any language.",
  ),
  from: moment("start").describe(
    "Conversations that were active (from `createdAt` to `lastEventAt`) at or after this moment: a date (the whole UTC day) or a time (UTC unless it has an offset).",
  ),
  to: moment("end").describe("Conversations that were active at or before this moment."),
  has: anyOf.describe("A message type that occurs in the conversation."),
  /** Exact values that variables have now. The same name again means "any of". */
  variables: z
    .array(z.strictObject({ name: value, value: text }))
    .max(100, "has more than 100 values")
    .default([]),
});

export type ConversationFilters = z.output<typeof conversationFilters>;

export const noFilters: ConversationFilters = conversationFilters.parse({});

/** The filters' names in a URL, beside `var.<name>`. */
export const filterNames = [
  "status",
  "assignee",
  "label",
  "bot",
  "channel",
  "visitor",
  "q",
  "from",
  "to",
  "has",
] as const;

const VARIABLE_PREFIX = "var.";

export type FiltersRead =
  | { ok: true; filters: ConversationFilters }
  | { ok: false; parameter: string; message: string };

/** Is `name` a parameter of {@link readFilters}? */
export function isFilterName(name: string): boolean {
  return name.startsWith(VARIABLE_PREFIX) || filterNames.some((known) => known === name);
}

/** Reads filters from a URL's parameters. An unknown parameter or a bad value is named, never skipped. */
export function readFilters(parameters: URLSearchParams): FiltersRead {
  const unknown = [...parameters.keys()].find((name) => !isFilterName(name));
  if (unknown !== undefined) return { ok: false, parameter: unknown, message: `There is no parameter "${unknown}".` };
  const twice = (["from", "to"] as const).find((name) => parameters.getAll(name).length > 1);
  if (twice !== undefined) return { ok: false, parameter: twice, message: `"${twice}" can be given only once.` };

  const parsed = conversationFilters.safeParse({
    ...Object.fromEntries(filterNames.map((name) => [name, unique(parameters.getAll(name))])),
    // A blank search box filters nothing.
    q: unique(parameters.getAll("q").map((given) => given.trim())).filter((given) => given !== ""),
    from: parameters.get("from"),
    to: parameters.get("to"),
    variables: [...parameters]
      .filter(([name]) => name.startsWith(VARIABLE_PREFIX))
      .map(([name, wanted]) => ({ name: name.slice(VARIABLE_PREFIX.length), value: wanted })),
  });
  return parsed.success ? { ok: true, filters: parsed.data } : describeFault(parsed.error, parameters);
}

/** The parameters that {@link readFilters} reads back as `filters`. */
export function writeFilters(filters: ConversationFilters): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const name of filterNames) {
    for (const wanted of [filters[name]].flat()) if (wanted !== null) parameters.append(name, wanted);
  }
  for (const { name, value: wanted } of filters.variables) parameters.append(VARIABLE_PREFIX + name, wanted);
  return parameters;
}

function describeFault(error: z.ZodError, parameters: URLSearchParams): FiltersRead {
  const issue = error.issues[0];
  const [field, place] = issue?.path ?? [];
  const variables = [...parameters.keys()].filter((name) => name.startsWith(VARIABLE_PREFIX));
  const parameter = field === "variables" ? (variables[Number(place)] ?? VARIABLE_PREFIX) : String(field);
  return { ok: false, parameter, message: `"${parameter}" ${issue?.message ?? "is not valid"}.` };
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
