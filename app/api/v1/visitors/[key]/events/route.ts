import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { visitorEvents } from "@/lib/queries/conversations/visitor-events";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.visitorEvents, ({ viewer, path, query }) =>
  visitorEvents(viewer, { ...query, cursor: query.cursor, key: path.key }),
);
