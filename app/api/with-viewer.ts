import "server-only";
import { authenticate } from "@/lib/auth/authenticate";
import { isFromOwnPage } from "@/lib/auth/limits/trusted-origins";
import type { UserViewer, Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env/env";
import { orRefusal } from "./or-refusal";
import { refusal, uncached } from "./refusal";

/** A route handler of Next's: `context` holds the path's parameters. */
type Handler<Context> = (request: Request, context: Context) => Promise<Response>;

/** A route that reads: it runs for a session or an API token, strangers get 401. Nothing it answers is kept by a cache. */
export function withViewer<Context>(
  handle: (request: Request, viewer: Viewer, context: Context) => Promise<Response>,
): Handler<Context> {
  return (request, context) =>
    answer(async () => {
      const viewer = await authenticate(request.headers);
      return viewer === null ? unauthorised() : handle(request, viewer, context);
    });
}

/** A route that changes something: only for a session, and only when one of our own pages sends it. */
export function withUser<Context>(
  handle: (request: Request, viewer: UserViewer, context: Context) => Promise<Response>,
): Handler<Context> {
  return (request, context) =>
    answer(async () => {
      const viewer = await authenticate(request.headers);
      if (viewer === null) return unauthorised();
      if (viewer.kind !== "user")
        return refusal(403, "forbidden", "API tokens only read: sign in to change something.");
      if (!isFromOwnPage(env().appUrl, request.headers)) {
        return refusal(403, "forbidden", "Only Playhead's own pages can do this. If this is one, check APP_URL.");
      }
      return handle(request, viewer, context);
    });
}

async function answer(handle: () => Promise<Response>): Promise<Response> {
  return uncached(await orRefusal(handle));
}

function unauthorised(): Response {
  const response = refusal(401, "unauthorised", "Sign in, or send an API token as Authorization: Bearer <token>.");
  response.headers.set("WWW-Authenticate", "Bearer");
  return response;
}
