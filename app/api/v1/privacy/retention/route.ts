import { serve, serveChange, together } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { changeRetention, readRetention } from "@/lib/retention/retention-settings";

export const { GET, POST, PUT, PATCH, DELETE } = together(
  serve(definitions.getRetention, ({ viewer }) => readRetention(viewer)),
  serveChange(definitions.setRetention, ({ viewer, body }) => changeRetention(viewer, body.rules)),
);
