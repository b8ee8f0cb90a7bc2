import { withUser } from "@/app/api/with-viewer";
import { revokeAllSessions } from "@/lib/auth/sessions";

/** Signs out everywhere. */
export const DELETE = withUser(async (_request, viewer) => {
  await revokeAllSessions(viewer);
  return Response.json({ ok: true });
});
