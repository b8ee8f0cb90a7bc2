import "server-only";
import type { z } from "zod";
import { readBody } from "@/app/api/read-body";
import type { Definition } from "@/lib/api/endpoints/definition";
import type { PathParts } from "@/lib/api/endpoints/endpoint";
import { readParameters } from "@/lib/api/schemas/parameters";
import { env } from "@/lib/env/env";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import { isFilterName, readFilters } from "@/lib/filters/read-filters";
import { Refusal } from "@/lib/queries/refusal";
import { readPath } from "./read-path";

/** The validated arguments of a request. */
export interface Arguments<Path extends string, Query extends z.ZodObject, Body extends z.ZodType | null> {
  /** The path parameters. */
  path: Record<PathParts<Path>, string>;
  query: z.output<Query>;
  /** The list's filters, if the endpoint accepts them. */
  filters: ConversationFilters;
  body: Body extends z.ZodType ? z.output<Body> : null;
  request: Request;
}

/** Parses a request according to its definition; on failure, returns the first invalid parameter or field. */
export async function readRequest<
  Name extends string,
  Path extends string,
  Query extends z.ZodObject,
  Body extends z.ZodType | null,
>(definition: Definition<Name, Path, Query, Body>, request: Request): Promise<Arguments<Path, Query, Body> | Refusal> {
  const url = new URL(request.url);
  const path = readPath(definition.path, url.pathname);
  if (path === null) return new Refusal("not_found", "Unknown endpoint. See /api/v1/openapi.json.");

  // An operation's own parameters replace filters of the same name.
  const isFilter = (name: string) =>
    definition.takesFilters && isFilterName(name) && !Object.hasOwn(definition.query.shape, name);
  const own = [...url.searchParams].filter(([name]) => !isFilter(name));
  const read = readParameters(definition.query, new URLSearchParams(own));
  if (!read.ok) return new Refusal("bad_request", read.message, read.parameter);

  const others = [...url.searchParams].filter(([name]) => isFilter(name));
  const narrowed = others.length === 0 ? null : readFilters(new URLSearchParams(others));
  if (narrowed?.ok === false) return new Refusal("bad_request", narrowed.message, narrowed.parameter);

  const sent = definition.body === null ? null : await readBody(request, definition.body, mostBytes());
  if (sent?.ok === false) return sent.failure;
  return {
    path,
    query: read.query,
    filters: narrowed?.filters ?? noFilters,
    // Null exactly if the definition has no body.
    body: (sent?.body ?? null) as Arguments<Path, Query, Body>["body"],
    request,
  };
}

/** As a JSON string, a body of `MAX_BODY_BYTES` may be six times as long. */
function mostBytes(): number {
  return 6 * env().maxBodyBytes + 64 * 1024;
}
