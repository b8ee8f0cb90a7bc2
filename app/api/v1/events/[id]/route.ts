import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { eventById } from "@/lib/queries/conversations/event-by-id";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.event, ({ viewer, path }) =>
  eventById(viewer, path.id),
);
