import { serveChange } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { revokeApiToken } from "@/lib/auth/api-tokens";
import { Refusal } from "@/lib/queries/refusal";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(definitions.revokeApiToken, async ({ viewer, path }) => {
  const isRevoked = await revokeApiToken(viewer, path.id);
  return isRevoked ? { ok: true } : new Refusal("not_found", "This token is unknown or already revoked.", "id");
});
