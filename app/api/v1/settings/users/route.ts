import { readBody } from "@/app/api/read-body";
import { refusal } from "@/app/api/refusal";
import { withUser } from "@/app/api/with-viewer";
import { newUser } from "@/lib/api/schemas/settings";
import { addUser } from "@/lib/auth/users";

/** Adds a user; the answer holds their password, this once. */
export const POST = withUser(async (request, viewer) => {
  const read = await readBody(request, newUser);
  if (!read.ok) return read.response;
  const added = await addUser(viewer, read.body);
  if (added.ok) return Response.json({ password: added.password }, { status: 201 });
  return refusal(400, "bad_request", added.message, added.reason === "taken" ? "email" : added.reason);
});
