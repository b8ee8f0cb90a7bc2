import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { conversationPage } from "@/lib/queries/conversation-page";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.conversations, ({ viewer, filters, query }) =>
  conversationPage(viewer, { filters, sort: query.sort, limit: query.limit, cursor: query.cursor, total: query.total }),
);
