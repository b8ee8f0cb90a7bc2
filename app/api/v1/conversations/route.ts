import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { variablesAmong } from "@/lib/columns/csv-columns";
import { conversationPage } from "@/lib/queries/conversations/conversation-page";

export const { GET, POST, PUT, PATCH, DELETE } = serve(
  definitions.listConversations,
  ({ viewer, filters, query: { sort, limit, cursor, total, columns } }) =>
    conversationPage(viewer, { filters, sort, limit, cursor, total, variables: variablesAmong(columns) }),
);
