import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { privacyKey } from "@/lib/queries/privacy/privacy-key";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.getPrivacyKey, ({ viewer }) => privacyKey(viewer));
