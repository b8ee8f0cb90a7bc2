import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { exportSize } from "@/lib/queries/exports/export-size";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.exportSize, ({ viewer, filters }) =>
  exportSize(viewer, filters),
);
