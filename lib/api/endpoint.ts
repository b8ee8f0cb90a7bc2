import { z } from "zod";

/**
 * One call of `/api/v1`: what it takes and what it answers. The route parses and serialises with it, and the OpenAPI
 * description is made of it, so the three cannot differ.
 */
export interface Endpoint<
  Path extends string = string,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  method: "get" | "post" | "patch" | "delete";
  /** Below `/api/v1`, with `{name}` for a part that varies. */
  path: Path;
  summary: string;
  description?: string;
  /** Takes the list's filters as well (lib/filters). */
  takesFilters: boolean;
  /** What a member of the query means as a value; an array is a parameter that can be repeated. */
  query: Query;
  /** The JSON body; of `post` and `patch` only. */
  body: Body | null;
  /** The JSON of a success, or an example of what else is sent. */
  answer: Answer;
  /** Where the answer is not JSON: its media types, and what its text is. */
  mediaTypes?: readonly string[];
  /** What can be refused beside 400 and 401. */
  refusals: readonly (403 | 404 | 503)[];
}

/** The names of the `{…}` parts of a path. */
export type PathParts<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParts<Rest>
  : never;

type Given<Path extends string, Query extends z.ZodObject, Body extends z.ZodType, Answer extends z.ZodType> = Partial<
  Omit<Endpoint, "path" | "query" | "body" | "answer">
> & { path: Path; summary: string; query?: Query; body?: Body; answer: Answer };

const nothing = z.strictObject({});

/** An endpoint with the usual left out: a GET without parameters. */
export function endpoint<
  const Path extends string,
  Answer extends z.ZodType,
  Query extends z.ZodObject = typeof nothing,
  Body extends z.ZodType = z.ZodType,
>(given: Given<Path, Query, Body, Answer>): Endpoint<Path, Query, Body, Answer> {
  // Without `query` the type parameter is its default, which is what stands here.
  const query = given.query ?? (nothing as unknown as Query);
  return { method: "get", takesFilters: false, refusals: [], ...given, query, body: given.body ?? null };
}
