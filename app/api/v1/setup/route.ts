import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { setupState } from "@/lib/queries/setup-state";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.setup, ({ viewer }) => setupState(viewer));
