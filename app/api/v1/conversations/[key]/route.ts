import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { conversationState } from "@/lib/queries/conversations/conversation-state";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.getConversation, ({ viewer, path, query }) =>
  conversationState(viewer, { key: path.key, at: query.at }),
);
