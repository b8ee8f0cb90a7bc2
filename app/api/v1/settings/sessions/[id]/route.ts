import { refusal } from "@/app/api/refusal";
import { withUser } from "@/app/api/with-viewer";
import { revokeSession } from "@/lib/auth/sessions";

export const DELETE = withUser(async (_request, viewer, { params }: RouteContext<"/api/v1/settings/sessions/[id]">) => {
  const revoked = await revokeSession(viewer, (await params).id);
  return revoked ? Response.json({ ok: true }) : refusal(404, "not_found", "This session has ended already.");
});
