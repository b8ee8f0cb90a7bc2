import "server-only";
import { z } from "zod";
import { parseJson } from "@/app/api/read-body";
import { readBytes } from "@/app/api/read-bytes";
import { withUser, withViewer } from "@/app/api/with-viewer";
import type { ErrorCode } from "@/lib/api/api-error";
import type { Endpoint, PathParts } from "@/lib/api/endpoint";
import { type ConversationFilters, isFilterName, noFilters, readFilters } from "@/lib/api/filters";
import { readParameters } from "@/lib/api/parameters";
import type { UserViewer, Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env/env";
import { readYourWrites } from "@/lib/queries/read-your-writes";
import { Refusal } from "@/lib/queries/refusal";
import { traced } from "@/lib/trace/trace";
import { readPath } from "./read-path";

/** A call whose arguments are proven. */
interface Call<Path extends string, Query extends z.ZodObject, Body extends z.ZodType, Caller extends Viewer> {
  viewer: Caller;
  /** The `{…}` parts of the path. */
  path: Record<PathParts<Path>, string>;
  query: z.output<Query>;
  /** The list's filters, where the endpoint takes them. */
  filters: ConversationFilters;
  body: z.output<Body>;
  request: Request;
}

type Run<
  Path extends string,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Caller extends Viewer,
> = (call: Call<Path, Query, Body, Caller>) => Promise<z.input<Answer> | Refusal | Response>;

type Handler = (request: Request) => Promise<Response>;
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];
type Handlers = Record<Method, Handler>;

const statuses: Record<ErrorCode, number> = {
  bad_request: 400,
  unauthorised: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  too_large: 413,
  too_many_streams: 429,
  too_many_attempts: 429,
  unavailable: 503,
  internal: 500,
};

/**
 * The handlers of one endpoint of `/api/v1`: strangers get 401, arguments that do not fit 400 with the parameter's name,
 * other methods 405; what `run` gives is serialised with the endpoint's own schema. What it throws is answered by {@link withViewer}.
 */
export function serve<Path extends string, Query extends z.ZodObject, Body extends z.ZodType, Answer extends z.ZodType>(
  endpoint: Endpoint<Path, Query, Body, Answer>,
  run: Run<Path, Query, Body, Answer, Viewer>,
): Handlers {
  const handle = withViewer((request, viewer) => answer(endpoint, run, request, viewer));
  return allow("GET", (request) => handle(request, undefined));
}

/** As {@link serve}, for an endpoint that changes something: sessions only, and only from our own pages. */
export function serveChange<
  Path extends string,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(endpoint: Endpoint<Path, Query, Body, Answer>, run: Run<Path, Query, Body, Answer, UserViewer>): Handlers {
  const handle = withUser((request, viewer) => answer(endpoint, run, request, viewer));
  const method = { get: "GET", post: "POST", patch: "PATCH", delete: "DELETE" } as const;
  return allow(method[endpoint.method], (request) => handle(request, undefined));
}

/** The handlers of several endpoints at one address. */
export function together(...endpoints: readonly Handlers[]): Handlers {
  const answering = endpoints.flatMap((handlers) =>
    methods.flatMap((method) => (answers.has(handlers[method]) ? [[method, handlers[method]] as const] : [])),
  );
  return refuseOthers(Object.fromEntries(answering));
}

/** The answer to a call that cannot be served. */
export function refuse({ code, message, parameter }: Refusal): Response {
  const status = statuses[code];
  return Response.json(
    { error: message, code, ...(parameter === null ? {} : { parameter }) },
    { status, headers: status === 503 || status === 429 ? { "Retry-After": "5" } : {} },
  );
}

async function answer<
  Path extends string,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Caller extends Viewer,
>(
  endpoint: Endpoint<Path, Query, Body, Answer>,
  run: Run<Path, Query, Body, Answer, Caller>,
  request: Request,
  viewer: Caller,
): Promise<Response> {
  const call = await readCall(endpoint, request);
  if (call instanceof Refusal) return refuse(call);
  await readYourWrites();
  const result = await traced("query", () => run({ ...call, viewer }));
  if (result instanceof Response) return result;
  return result instanceof Refusal ? refuse(result) : Response.json(endpoint.answer.parse(result));
}

async function readCall<
  Path extends string,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(
  endpoint: Endpoint<Path, Query, Body, Answer>,
  request: Request,
): Promise<Omit<Call<Path, Query, Body, Viewer>, "viewer"> | Refusal> {
  const url = new URL(request.url);
  const path = readPath(endpoint.path, url.pathname);
  if (path === null) return new Refusal("not_found", "Endpoint not found.");

  const own = [...url.searchParams].filter(([name]) => !endpoint.takesFilters || !isFilterName(name));
  const read = readParameters(endpoint.query, new URLSearchParams(own));
  if (!read.ok) return new Refusal("bad_request", read.message, read.parameter);

  const others = [...url.searchParams].filter(([name]) => endpoint.takesFilters && isFilterName(name));
  const narrowed = others.length === 0 ? null : readFilters(new URLSearchParams(others));
  if (narrowed?.ok === false) return new Refusal("bad_request", narrowed.message, narrowed.parameter);

  const sent = endpoint.body === null ? undefined : await readJson(request);
  if (sent === tooLarge) return new Refusal("too_large", "The body is larger than MAX_BODY_BYTES allows.", "body");
  const body = (endpoint.body ?? z.undefined()).safeParse(sent);
  if (!body.success) return new Refusal("bad_request", z.prettifyError(body.error), "body");
  // An endpoint without a body has its type's default, of which `undefined` is a member.
  return {
    path,
    query: read.query,
    filters: narrowed?.filters ?? noFilters,
    body: body.data as z.output<Body>,
    request,
  };
}

const tooLarge = Symbol("too large");

/** As JSON text, a body of `MAX_BODY_BYTES` may be six times as long. */
async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request, 6 * env().maxBodyBytes + 64 * 1024);
  return bytes === null ? tooLarge : parseJson(bytes);
}

/** Handlers that do what they are asked, beside those that say that their method is not possible. */
const answers = new WeakSet<Handler>();

function allow(method: Method, handle: Handler): Handlers {
  answers.add(handle);
  return refuseOthers({ [method]: handle });
}

function refuseOthers(handlers: Partial<Handlers>): Handlers {
  const allowed = methods.filter((method) => method in handlers);
  const refused = withViewer(async () => {
    const response = refuse(new Refusal("method_not_allowed", `Method not allowed. Use ${allowed.join(" or ")}.`));
    response.headers.set(
      "Allow",
      allowed.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])).join(", "),
    );
    return response;
  });
  const refuseIt: Handler = (request) => refused(request, undefined);
  return { GET: refuseIt, POST: refuseIt, PUT: refuseIt, PATCH: refuseIt, DELETE: refuseIt, ...handlers };
}
