import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { searchPeople } from "@/lib/queries/privacy/search-people";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.findPeople, ({ viewer, query }) =>
  searchPeople(viewer, query.q),
);
