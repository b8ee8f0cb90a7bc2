import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { getErasure } from "@/lib/queries/privacy/list-erasures";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.getErasure, ({ viewer, path }) =>
  getErasure(viewer, path.id),
);
