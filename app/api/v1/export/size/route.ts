import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { exportSize } from "@/lib/queries/export-size";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.exportSize, ({ viewer, filters }) =>
  exportSize(viewer, filters),
);
