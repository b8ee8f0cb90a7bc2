import { serveChange } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { createWebhookToken } from "@/lib/auth/webhook-tokens";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(definitions.createWebhookToken, ({ viewer, body }) =>
  createWebhookToken(viewer, body.name),
);
