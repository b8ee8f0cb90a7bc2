import { serveChange } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { revokeWebhookToken } from "@/lib/auth/webhook-tokens";
import { Refusal } from "@/lib/queries/refusal";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(
  definitions.revokeWebhookToken,
  async ({ viewer, path }) => {
    const isRevoked = await revokeWebhookToken(viewer, path.id);
    return isRevoked ? { ok: true } : new Refusal("not_found", "This token is unknown or already revoked.", "id");
  },
);
