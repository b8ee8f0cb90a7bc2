import type { z } from "zod";
import type { Definition } from "@/lib/api/endpoints/definition";
import type { definitions } from "@/lib/api/endpoints/definitions";
import type { Endpoint, PathParts } from "@/lib/api/endpoints/endpoint";
import type { EndpointName } from "@/lib/api/endpoints/endpoints";

type Definitions = typeof definitions;

/** The JSON response of an operation. */
export type AnswerOf<Name extends EndpointName> = z.output<Definitions[Name]["answer"]>;

/** The JSON request body of an operation. */
export type BodyOf<Name extends EndpointName> = Definitions[Name]["body"] extends infer Body extends z.ZodType
  ? z.input<Body>
  : never;

type QueryOf<Name extends EndpointName> = {
  [Parameter in keyof z.output<Definitions[Name]["query"]>]?:
    | z.output<Definitions[Name]["query"]>[Parameter]
    | undefined;
};

type PathOf<Path extends string> = [PathParts<Path>] extends [never]
  ? { path?: never }
  : { path: Record<PathParts<Path>, string> };

/** The input of an operation. */
export type InputOf<Name extends EndpointName> = PathOf<Definitions[Name]["path"]> & {
  query?: QueryOf<Name>;
  signal?: AbortSignal;
} & (Definitions[Name] extends Definition<string, string, z.ZodObject, z.ZodType | null, z.ZodType, true>
    ? {
        /** The list's filters, as written by `writeFilters`. */
        filters?: URLSearchParams;
      }
    : { filters?: never }) &
  (Definitions[Name]["body"] extends z.ZodType ? { body: BodyOf<Name> } : { body?: never });

/** An operation's entry in the table `endpoints`. */
export type EndpointOf<Name extends EndpointName> = Endpoint<Name, Definitions[Name]["path"]>;

/** The input, which is optional if nothing in it is required. */
export type InputArguments<Name extends EndpointName> =
  Record<never, never> extends InputOf<Name> ? [input?: InputOf<Name>] : [input: InputOf<Name>];

/** Operations that return a page with a cursor. */
export type PagedName = {
  [Name in EndpointName]: AnswerOf<Name> extends { nextCursor: string | null } ? Name : never;
}[EndpointName];
