import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { tabCounts } from "@/lib/queries/lists/tab-counts";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.countConversations, ({ viewer, filters }) =>
  tabCounts(viewer, filters),
);
