import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { changesAfter } from "@/lib/queries/live/changes-after";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.listChanges, ({ viewer, query }) =>
  changesAfter(viewer, query.after),
);
