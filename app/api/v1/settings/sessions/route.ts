import { serveChange } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { revokeAllSessions } from "@/lib/auth/sessions";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(definitions.revokeSessions, async ({ viewer }) => {
  await revokeAllSessions(viewer);
  return { ok: true };
});
