import { z } from "zod";
import { type FilterName, filterNames, filterOf } from "@/lib/filters/conversation-filters";
import { variablePrefixes, variableTestNames, variableTestTexts } from "@/lib/filters/values/variable-filter";
import { type Json, schemaOf } from "./schema-of";

/** What a path's ID or key identifies, by the preceding segment. */
const owners: Partial<Record<string, string>> = {
  conversations: "conversation",
  visitors: "visitor",
  variables: "variable",
  events: "event",
  deliveries: "delivery",
  views: "view",
  bookmarks: "bookmark",
  sessions: "session",
  users: "user",
  "api-tokens": "API token",
  "webhook-tokens": "webhook token",
};

export function pathParameters(path: string): Json[] {
  return [...path.matchAll(/([\w-]+)\/\{(\w+)\}/g)].map(([, segment = "", name = ""]) => ({
    name,
    in: "path",
    required: true,
    description: `The ${name === "id" ? "ID" : name} of the ${owners[segment] ?? segment}.`,
    schema: { type: "string" },
  }));
}

export function queryParameters(query: z.ZodObject): Json[] {
  return Object.entries(query.shape).map(([name, schema]) => queryParameter(name, schema));
}

/**
 * The list's filters. A variable's filter contains the variable's name in its own, so these are documented as members of one
 * object.
 *
 * @param replaced names that mean something else in this operation
 */
export function filterParameters(replaced: readonly string[]): Json[] {
  const fixed = filterNames.filter((name) => !replaced.includes(name)).map(filterParameter);
  const prefixes = variableTestNames.map((test) => variablePrefixes[test].replace(".", "\\."));
  const texts = variableTestNames.map((test) => `\`${variablePrefixes[test]}<name>\`: ${variableTestTexts[test]}`);
  const variables = {
    name: "variables",
    in: "query",
    required: false,
    description: `Filters of variables; each member is a parameter of its own, as in \`var.plan=pro\`. ${texts.join(" ")} A repeated one means any of the values, \`var-not\` none of them.`,
    style: "form",
    explode: true,
    schema: {
      type: "object",
      propertyNames: { pattern: `^(${prefixes.join("|")})` },
      additionalProperties: { type: "string" },
    },
    example: { "var.plan": "pro" },
  };
  return [...fixed, variables];
}

function filterParameter(name: FilterName): Json {
  const { definition, how, isList, key } = filterOf(name);
  const value = { type: "string", ...(definition.only === undefined ? {} : { enum: definition.only }) };
  const description = {
    any: definition.description,
    all: `As \`${key}\`, but repeating it means all of them.`,
    none: `None of these values; written as for \`${key}\`.`,
  }[how];
  return {
    name,
    in: "query",
    required: false,
    description,
    schema: isList ? { type: "array", items: value, maxItems: definition.most ?? 100 } : value,
    ...(isList ? { style: "form", explode: true } : {}),
  };
}

function queryParameter(name: string, schema: z.core.$ZodType): Json {
  const { description, default: usual, ...rest } = schemaOf(schema, "read");
  const isList = rest.type === "array";
  return {
    name,
    in: "query",
    required: !isOptional(schema),
    description: description ?? "Any of these values.",
    schema: { ...withoutNull(rest), ...(usual === undefined || usual === null || isList ? {} : { default: usual }) },
    ...(isList ? { style: "form", explode: true } : {}),
  };
}

function isOptional(schema: z.core.$ZodType): boolean {
  return z.safeParse(schema, undefined).success;
}

/** An absent parameter is null in the program, but the caller omits it. */
function withoutNull(schema: Json): Json {
  const { anyOf, ...rest } = schema;
  if (!Array.isArray(anyOf)) return schema;
  return { ...rest, ...anyOf.find((alternative) => alternative.type !== "null") };
}
