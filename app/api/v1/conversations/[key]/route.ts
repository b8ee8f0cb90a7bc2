import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { conversationState } from "@/lib/queries/conversations/conversation-state";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.conversation, ({ viewer, path, query }) =>
  conversationState(viewer, { key: path.key, at: query.at }),
);
