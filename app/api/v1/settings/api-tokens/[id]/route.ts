import { refusal } from "@/app/api/refusal";
import { withUser } from "@/app/api/with-viewer";
import { revokeApiToken } from "@/lib/auth/api-tokens";

type Context = RouteContext<"/api/v1/settings/api-tokens/[id]">;

export const DELETE = withUser(async (_request, viewer, { params }: Context) => {
  const revoked = await revokeApiToken(viewer, (await params).id);
  return revoked ? Response.json({ ok: true }) : refusal(404, "not_found", "Token not found, or already revoked.");
});
