import { serveChange } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { revokeSession } from "@/lib/auth/sessions";
import { Refusal } from "@/lib/queries/refusal";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(definitions.revokeSession, async ({ viewer, path }) => {
  const isRevoked = await revokeSession(viewer, path.id);
  return isRevoked ? { ok: true } : new Refusal("not_found", "This session has already ended.", "id");
});
