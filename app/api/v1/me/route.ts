import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { describeViewer } from "@/lib/auth/describe-viewer";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.getMe, async ({ viewer }) => describeViewer(viewer));
