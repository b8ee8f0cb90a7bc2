import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { rebuildState } from "@/lib/queries/rebuild-state";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.getRebuild, ({ viewer }) => rebuildState(viewer));
