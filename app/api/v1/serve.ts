import "server-only";
import type { z } from "zod";
import { refuse } from "@/app/api/refuse";
import { withUser, withUserInSetup, withViewer } from "@/app/api/with-viewer";
import { noteRead } from "@/app/note-read";
import type { Definition } from "@/lib/api/endpoints/definition";
import type { Method } from "@/lib/api/endpoints/endpoint";
import { requirePermission } from "@/lib/auth/require-permission";
import type { Viewer } from "@/lib/auth/viewer";
import { readYourWrites } from "@/lib/queries/read-your-writes";
import { Refusal } from "@/lib/queries/refusal";
import { traced } from "@/lib/trace/trace";
import { type Arguments, readRequest } from "./read-request";

type Run<
  Path extends string,
  Query extends z.ZodObject,
  Body extends z.ZodType | null,
  Answer extends z.ZodType,
  Caller extends Viewer,
> = (request: Arguments<Path, Query, Body> & { viewer: Caller }) => Promise<z.input<Answer> | Refusal | Response>;

type Handler = (request: Request) => Promise<Response>;
type Handlers = Record<Method, Handler>;

const methods: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/**
 * The handlers of an operation of `/api/v1`: unauthenticated requests get 401, those without its permission 403, invalid arguments
 * 400 with the parameter's name, other methods 405. The result of `run` is serialized with the definition's schema; its errors are handled by {@link
 * withViewer}.
 */
export const serve = handlersFor(withViewer);

/** As {@link serve}, for an operation that changes something: only with a session, and only from this site's pages. */
export const serveChange = handlersFor(withUser);

/** As {@link serveChange}, also for users who must set up a second factor before anything else. */
export const serveSetup = handlersFor(withUserInSetup);

function handlersFor<Caller extends Viewer>(
  guard: (handle: (request: Request, viewer: Caller) => Promise<Response>) => Handler,
) {
  return <
    Name extends string,
    Path extends string,
    Query extends z.ZodObject,
    Body extends z.ZodType | null,
    Answer extends z.ZodType,
  >(
    definition: Definition<Name, Path, Query, Body, Answer>,
    run: Run<Path, Query, Body, Answer, Caller>,
  ): Handlers =>
    allow(
      definition.method,
      guard((request, viewer) => answer(definition, run, request, viewer)),
    );
}

/** Combines the handlers of several operations on one path. */
export function together(...operations: readonly Handlers[]): Handlers {
  const answering = operations.flatMap((handlers) =>
    methods.flatMap((method) => (answers.has(handlers[method]) ? [[method, handlers[method]] as const] : [])),
  );
  return refuseOthers(Object.fromEntries(answering));
}

async function answer<
  Name extends string,
  Path extends string,
  Query extends z.ZodObject,
  Body extends z.ZodType | null,
  Answer extends z.ZodType,
  Caller extends Viewer,
>(
  definition: Definition<Name, Path, Query, Body, Answer>,
  run: Run<Path, Query, Body, Answer, Caller>,
  request: Request,
  viewer: Caller,
): Promise<Response> {
  if (definition.permission !== null) requirePermission(viewer, definition.permission);
  const read = await readRequest(definition, request);
  if (read instanceof Refusal) return refuse(read);
  // Accounts and tokens do not depend on events, so there is no need to wait for deliveries.
  if (definition.tag !== "Settings") await readYourWrites({ isForFigures: definition.tag === "Analytics" });
  const result = await traced("query", () => run({ ...read, viewer }));
  if (result instanceof Refusal) return refuse(result);
  noteRead(viewer, definition, read);
  if (result instanceof Response) return result;
  return Response.json(definition.answer.parse(result), { status: definition.status });
}

/** Handlers that implement an operation; all others respond 405. */
const answers = new WeakSet<Handler>();

function allow(method: Method, handle: Handler): Handlers {
  answers.add(handle);
  return refuseOthers({ [method]: handle });
}

function refuseOthers(handlers: Partial<Handlers>): Handlers {
  const allowed = methods.filter((method) => method in handlers);
  const refused = withViewer(async () => {
    const message = `Method not allowed. Use ${allowed.join(" or ")}.`;
    const response = refuse({ code: "method_not_allowed", message });
    response.headers.set(
      "Allow",
      allowed.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])).join(", "),
    );
    return response;
  });
  return { GET: refused, POST: refused, PUT: refused, PATCH: refused, DELETE: refused, ...handlers };
}
