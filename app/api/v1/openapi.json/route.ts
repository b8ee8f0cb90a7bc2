import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { openApi } from "@/lib/api/openapi/openapi";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { buildInfo } from "@/lib/env/build-info";
import { env } from "@/lib/env/env";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.getOpenApi, async () =>
  openApi({ appUrl: env().appUrl, version: buildInfo().version, sessionCookie: await sessionCookie() }),
);
