import { serveChange } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { previewRetention } from "@/lib/retention/retention-settings";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(definitions.previewRetention, ({ viewer, body }) =>
  previewRetention(viewer, body.rules),
);
