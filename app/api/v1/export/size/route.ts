import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { exportSize } from "@/lib/queries/exports/export-size";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.getExportSize, ({ viewer, filters }) =>
  exportSize(viewer, filters),
);
