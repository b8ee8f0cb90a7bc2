import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { visitorEvents } from "@/lib/queries/conversations/visitor-events";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.listVisitorEvents, ({ viewer, path, query }) =>
  visitorEvents(viewer, { ...query, cursor: query.cursor, key: path.key }),
);
