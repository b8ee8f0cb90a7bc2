import { serveChange } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { createApiToken } from "@/lib/auth/api-tokens";
import { microsecondsOf } from "@/lib/time/instant";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(
  definitions.createApiToken,
  ({ viewer, body: { name, permissions, scope, expiresAt } }) =>
    createApiToken(viewer, name, {
      ...{ permissions, scope },
      expiresAt: typeof expiresAt === "string" ? microsecondsOf(Date.parse(expiresAt)) : expiresAt,
    }),
);
