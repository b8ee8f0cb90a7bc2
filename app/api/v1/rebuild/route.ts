import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { rebuildState } from "@/lib/queries/rebuild-state";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.rebuild, ({ viewer }) => rebuildState(viewer));
