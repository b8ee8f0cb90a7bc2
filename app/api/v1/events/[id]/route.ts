import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { eventById } from "@/lib/queries/conversations/event-by-id";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.getEvent, ({ viewer, path }) =>
  eventById(viewer, path.id),
);
