import { readBody } from "@/app/api/read-body";
import { withUser } from "@/app/api/with-viewer";
import { newToken } from "@/lib/api/schemas/settings";
import { createApiToken } from "@/lib/auth/api-tokens";

export const POST = withUser(async (request, viewer) => {
  const read = await readBody(request, newToken);
  if (!read.ok) return read.response;
  return Response.json(await createApiToken(viewer, read.body.name), { status: 201 });
});
