import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { setupState } from "@/lib/queries/setup-state";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.getSetup, ({ viewer }) => setupState(viewer));
