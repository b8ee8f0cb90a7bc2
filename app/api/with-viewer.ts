import "server-only";
import type { ErrorCode } from "@/lib/api/api-error";
import { authenticate } from "@/lib/auth/authenticate";
import { isFromOwnPage } from "@/lib/auth/trusted-origins";
import type { UserViewer, Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env/env";

/** A route handler of Next's: `context` holds the path's parameters. */
type Handler<Context> = (request: Request, context: Context) => Promise<Response>;

/** A route that reads: it runs for a session or an API token, strangers get 401. Nothing it answers is kept by a cache. */
export function withViewer<Context>(
  handle: (request: Request, viewer: Viewer, context: Context) => Promise<Response>,
): Handler<Context> {
  return async (request, context) => {
    const viewer = await authenticate(request.headers);
    if (viewer === null) return unauthorised();
    return uncached(await handle(request, viewer, context));
  };
}

/** A route that changes something: only for a session, and only when one of our own pages sends it. */
export function withUser<Context>(
  handle: (request: Request, viewer: UserViewer, context: Context) => Promise<Response>,
): Handler<Context> {
  return async (request, context) => {
    const viewer = await authenticate(request.headers);
    if (viewer === null) return unauthorised();
    if (viewer.kind !== "user") return refusal(403, "forbidden", "API tokens only read: sign in to change something.");
    if (!isFromOwnPage(env().appUrl, request.headers)) {
      return refusal(403, "forbidden", "This can only be called by Playhead's own pages. Check APP_URL.");
    }
    return uncached(await handle(request, viewer, context));
  };
}

function unauthorised(): Response {
  const response = refusal(401, "unauthorised", "Sign in, or send an API token as Authorization: Bearer <token>.");
  response.headers.set("WWW-Authenticate", "Bearer");
  return response;
}

function refusal(status: number, code: ErrorCode, error: string): Response {
  return uncached(Response.json({ error, code }, { status }));
}

function uncached(response: Response): Response {
  response.headers.set("Cache-Control", "no-store");
  return response;
}
