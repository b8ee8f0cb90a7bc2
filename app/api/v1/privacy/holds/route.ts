import { serve, serveChange, together } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { listHolds } from "@/lib/queries/privacy/list-holds";
import { placeHold } from "@/lib/saved/holds";

export const { GET, POST, PUT, PATCH, DELETE } = together(
  serve(definitions.listHolds, ({ viewer }) => listHolds(viewer)),
  serveChange(definitions.createHold, ({ viewer, body }) => placeHold(viewer, body)),
);
