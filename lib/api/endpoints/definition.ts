import { z } from "zod";
import type { Endpoint } from "./endpoint";
import type { ErrorStatus } from "./status-of-code";
import type { Tag } from "./tags";

/**
 * What one operation takes and answers. The route parses and serialises with it, the OpenAPI document is generated from it, and
 * the pages' client takes its types from it.
 */
export interface Definition<
  Name extends string = string,
  Path extends string = string,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType | null = z.ZodType | null,
  Answer extends z.ZodType = z.ZodType,
  TakesFilters extends boolean = boolean,
> extends Endpoint<Name, Path> {
  tag: Tag;
  summary: string;
  description: string;
  /** Takes the list's filters as well (lib/filters). */
  takesFilters: TakesFilters;
  /** Query parameters as values; an array is a parameter that can be repeated. */
  query: Query;
  /** The JSON body; of POST and PATCH only. */
  body: Body;
  /** The JSON of a success, or the schema of another media type's text. */
  answer: Answer;
  status: 200 | 201;
  /** Where the answer can be something else than JSON: all its media types. */
  mediaTypes: readonly string[];
  /** Error statuses beside those that every operation of its kind can answer. */
  errors: readonly ErrorStatus[];
}

interface Given<Query, Body, Answer, TakesFilters> {
  tag: Tag;
  summary: string;
  description: string;
  takesFilters?: TakesFilters;
  query?: Query;
  body?: Body;
  answer: Answer;
  status?: 200 | 201;
  mediaTypes?: readonly string[];
  errors?: readonly ErrorStatus[];
}

const noQuery = z.strictObject({});

/** A definition with defaults: no query parameters, no body, 200 with JSON. */
export function define<
  Name extends string,
  Path extends string,
  Answer extends z.ZodType,
  Query extends z.ZodObject = typeof noQuery,
  Body extends z.ZodType | null = null,
  TakesFilters extends boolean = false,
>(
  endpoint: Endpoint<Name, Path>,
  given: Given<Query, Body, Answer, TakesFilters>,
): Definition<Name, Path, Query, Body, Answer, TakesFilters> {
  return {
    ...endpoint,
    status: 200,
    mediaTypes: ["application/json"],
    errors: [],
    ...given,
    // What is left out has its type parameter's default.
    takesFilters: given.takesFilters ?? (false as TakesFilters),
    query: given.query ?? (noQuery as unknown as Query),
    body: given.body ?? (null as Body),
  };
}
