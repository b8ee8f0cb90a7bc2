import { readBody } from "@/app/api/read-body";
import { refusal } from "@/app/api/refusal";
import { withUser } from "@/app/api/with-viewer";
import { userChange } from "@/lib/api/settings";
import type { Removal } from "@/lib/auth/accounts";
import { removeUser, resetPassword, setRole } from "@/lib/auth/users";

type Context = RouteContext<"/api/v1/settings/users/[id]">;

/** Changes a user's role, or gives them a new password: the answer holds it, this once. */
export const PATCH = withUser(async (request, viewer, { params }: Context) => {
  const { id } = await params;
  const read = await readBody(request, userChange);
  if (!read.ok) return read.response;
  if ("role" in read.body) return outcome(await setRole(viewer, id, read.body.role));
  const reset = await resetPassword(viewer, id);
  return reset === null ? refusal(404, "not_found", "User not found.") : Response.json(reset);
});

export const DELETE = withUser(async (_request, viewer, { params }: Context) => {
  return outcome(await removeUser(viewer, (await params).id));
});

function outcome(change: Removal): Response {
  if (change.ok) return Response.json({ ok: true });
  if (change.reason === "unknown") return refusal(404, "not_found", change.message);
  return refusal(409, "bad_request", change.message);
}
