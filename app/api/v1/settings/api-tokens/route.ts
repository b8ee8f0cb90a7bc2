import { serveChange } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { createApiToken } from "@/lib/auth/api-tokens";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(definitions.createApiToken, ({ viewer, body }) =>
  createApiToken(viewer, body.name),
);
