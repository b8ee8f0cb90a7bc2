import { readBody } from "@/app/api/read-body";
import { withUser } from "@/app/api/with-viewer";
import { newToken } from "@/lib/api/schemas/settings";
import { createWebhookToken } from "@/lib/auth/webhook-tokens";

export const POST = withUser(async (request, viewer) => {
  const read = await readBody(request, newToken);
  if (!read.ok) return read.response;
  return Response.json(await createWebhookToken(viewer, read.body.name), { status: 201 });
});
