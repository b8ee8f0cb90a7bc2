import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { changesAfter } from "@/lib/queries/live/changes-after";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.changes, ({ viewer, query }) =>
  changesAfter(viewer, query.after),
);
