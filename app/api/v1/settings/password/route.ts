import { readBody } from "@/app/api/read-body";
import { refusal } from "@/app/api/refusal";
import { withUser } from "@/app/api/with-viewer";
import { passwordChange } from "@/lib/api/schemas/settings";
import { changePassword } from "@/lib/auth/passwords/change-password";

export const POST = withUser(async (request, viewer) => {
  const read = await readBody(request, passwordChange);
  if (!read.ok) return read.response;
  const changed = await changePassword(viewer, read.body, request.headers);
  if (changed.ok) {
    const response = Response.json({ ok: true });
    for (const cookie of changed.cookies) response.headers.append("Set-Cookie", cookie);
    return response;
  }
  if (changed.reason === "attempts") return refusal(429, "too_many_attempts", changed.message);
  return refusal(400, "bad_request", changed.message, changed.reason);
});
