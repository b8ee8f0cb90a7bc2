import { refusal } from "@/app/api/refusal";
import { withUser } from "@/app/api/with-viewer";
import { revokeWebhookToken } from "@/lib/auth/webhook-tokens";

type Context = RouteContext<"/api/v1/settings/webhook-tokens/[id]">;

export const DELETE = withUser(async (_request, viewer, { params }: Context) => {
  const revoked = await revokeWebhookToken(viewer, (await params).id);
  return revoked ? Response.json({ ok: true }) : refusal(404, "not_found", "Token not found, or already revoked.");
});
