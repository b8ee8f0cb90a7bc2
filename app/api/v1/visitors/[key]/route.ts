import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { visitorByKey } from "@/lib/queries/conversations/visitor-by-key";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.getVisitor, ({ viewer, path }) =>
  visitorByKey(viewer, path.key),
);
