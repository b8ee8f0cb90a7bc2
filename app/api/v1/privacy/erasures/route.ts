import { serve, serveChange, together } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { listErasures } from "@/lib/queries/privacy/list-erasures";
import { createErasure } from "@/lib/saved/erasures";

export const { GET, POST, PUT, PATCH, DELETE } = together(
  serve(definitions.listErasures, ({ viewer }) => listErasures(viewer)),
  serveChange(definitions.createErasure, ({ viewer, body }) => createErasure(viewer, body)),
);
