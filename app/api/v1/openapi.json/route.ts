import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { openApi } from "@/lib/api/openapi";
import { env } from "@/lib/env/env";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.openapi, async () => openApi(env().appUrl));
