import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { visitorByKey } from "@/lib/queries/conversations/visitor-by-key";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.visitor, ({ viewer, path }) =>
  visitorByKey(viewer, path.key),
);
