import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { eventPage } from "@/lib/queries/conversations/event-page";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.events, ({ viewer, path, query }) =>
  eventPage(viewer, { ...query, key: path.key }),
);
