import { z } from "zod";
import type { Endpoint } from "./endpoint";
import type { Reads } from "./reads";
import type { ErrorStatus } from "./status-of-code";
import type { Tag } from "./tags";

/**
 * Input and output of one operation. The route parses and serializes with it, the OpenAPI document is generated from it, and the
 * pages' client infers its types from it.
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
  /** It also accepts the list's filters (lib/filters). */
  takesFilters: TakesFilters;
  /** Query parameters after parsing; an array is a repeatable parameter. */
  query: Query;
  /** The JSON body; for POST, PUT and PATCH only. */
  body: Body;
  /** The JSON of a successful response, or the schema of another media type's text. */
  answer: Answer;
  status: 200 | 201 | 202;
  /** All media types of the response, if it may be something other than JSON. */
  mediaTypes: readonly string[];
  /** Error statuses other than those common to all operations of its kind. */
  errors: readonly ErrorStatus[];
  /** What the access log records about a request; null for nothing. */
  reads: Reads | null;
}

interface Given<Query, Body, Answer, TakesFilters> {
  tag: Tag;
  summary: string;
  description: string;
  takesFilters?: TakesFilters;
  query?: Query;
  body?: Body;
  answer: Answer;
  status?: 200 | 201 | 202;
  mediaTypes?: readonly string[];
  errors?: readonly ErrorStatus[];
  reads?: Reads;
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
    reads: null,
    ...given,
    // Omitted properties have their type parameter's default.
    takesFilters: given.takesFilters ?? (false as TakesFilters),
    query: given.query ?? (noQuery as unknown as Query),
    body: given.body ?? (null as Body),
  };
}
