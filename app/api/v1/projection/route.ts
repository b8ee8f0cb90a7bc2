import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { projectionState } from "@/lib/queries/projection-state";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.getProjection, ({ viewer }) =>
  projectionState(viewer),
);
