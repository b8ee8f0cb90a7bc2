import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { projectionState } from "@/lib/queries/projection-state";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.projection, ({ viewer }) => projectionState(viewer));
