import { serve } from "@/app/api/v1/serve";
import { variablesAmong } from "@/lib/api/columns";
import { endpoints } from "@/lib/api/endpoints";
import { conversationPage } from "@/lib/queries/conversations/conversation-page";

export const { GET, POST, PUT, PATCH, DELETE } = serve(
  endpoints.conversations,
  ({ viewer, filters, query: { sort, limit, cursor, total, columns } }) =>
    conversationPage(viewer, { filters, sort, limit, cursor, total, variables: variablesAmong(columns) }),
);
