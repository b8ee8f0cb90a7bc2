import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { unfamiliarReport } from "@/lib/queries/unfamiliar-report";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.unfamiliar, ({ viewer }) => unfamiliarReport(viewer));
