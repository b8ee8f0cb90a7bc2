import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { eventPage } from "@/lib/queries/conversations/event-page";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.listConversationEvents, ({ viewer, path, query }) =>
  eventPage(viewer, { ...query, key: path.key }),
);
