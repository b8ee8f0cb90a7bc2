import "server-only";
import { caughtUp } from "@/lib/store/caught-up";
import { store } from "@/lib/store/client";
import { auth } from "./auth";
import type { UserViewer, Viewer } from "./viewer";
import { viewerOfToken } from "./viewer-of-token";

/**
 * Who sends a request: the API token of `Authorization: Bearer …`, else the session of the cookie. A request with a token that
 * does not hold is a stranger's, whatever cookies it carries. What a viewer reads shows all that was acknowledged before.
 */
export async function authenticate(headers: Headers): Promise<Viewer | null> {
  const token = /^bearer +(\S+) *$/i.exec(headers.get("authorization") ?? "")?.[1];
  const viewer = await (token === undefined ? viewerOfSession(headers) : viewerOfToken(token));
  if (viewer !== null) await caughtUp(store());
  return viewer;
}

async function viewerOfSession(headers: Headers): Promise<UserViewer | null> {
  if (!headers.has("cookie")) return null;
  const found = await auth().api.getSession({ headers });
  if (found === null) return null;
  const { user, session } = found;
  const role = user.role === "admin" ? "admin" : "member";
  const viewer = { kind: "user", userId: user.id, sessionId: session.id, name: user.name, email: user.email, role };
  // The brand exists in types only: this line and viewer-of-token's are where strangers become viewers.
  return viewer as UserViewer;
}
