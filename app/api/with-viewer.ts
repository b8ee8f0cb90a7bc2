import "server-only";
import { authenticate } from "@/lib/auth/authenticate";
import { isFromOwnPage } from "@/lib/auth/limits/trusted-origins";
import { secondFactorDue } from "@/lib/auth/second-factor/requirement";
import type { UserViewer, Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env/env";
import { orRefuse } from "./or-refuse";
import { refuse, uncached } from "./refuse";

type Handler = (request: Request) => Promise<Response>;

/** Wraps a read route: it requires a session or an API token, otherwise 401. Responses are not cached. */
export function withViewer(handle: (request: Request, viewer: Viewer) => Promise<Response>): Handler {
  return (request) =>
    answer(async () => {
      const viewer = await authenticate(request.headers);
      if (viewer === null) return unauthorised();
      return owesSecondFactor(viewer)
        ? refuse({ code: "forbidden", message: secondFactorDue })
        : handle(request, viewer);
    });
}

/** Wraps a route that changes something: it requires a session, and a request from this site's pages. */
export function withUser(handle: (request: Request, viewer: UserViewer) => Promise<Response>): Handler {
  return withUserInSetup(async (request, viewer) =>
    owesSecondFactor(viewer) ? refuse({ code: "forbidden", message: secondFactorDue }) : handle(request, viewer),
  );
}

/** As {@link withUser}, also for users who owe a second factor: only for what sets it up. */
export function withUserInSetup(handle: (request: Request, viewer: UserViewer) => Promise<Response>): Handler {
  return (request) =>
    answer(async () => {
      const viewer = await authenticate(request.headers);
      if (viewer === null) return unauthorised();
      if (viewer.kind !== "user") {
        return refuse({ code: "forbidden", message: "API tokens only read. Sign in to change something." });
      }
      if (!isFromOwnPage(env().appUrl, request.headers)) return refuse({ code: "forbidden", message: notOwnPage });
      return handle(request, viewer);
    });
}

export const notOwnPage = "Only Playhead's own pages can do this. If this is one, check APP_URL.";

function owesSecondFactor(viewer: Viewer): boolean {
  return viewer.kind === "user" && viewer.owesSecondFactor;
}

async function answer(handle: () => Promise<Response>): Promise<Response> {
  return uncached(await orRefuse(handle));
}

function unauthorised(): Response {
  const response = refuse({
    code: "unauthorised",
    message: "Sign in, or send an API token as Authorization: Bearer <token>.",
  });
  response.headers.set("WWW-Authenticate", "Bearer");
  return response;
}
