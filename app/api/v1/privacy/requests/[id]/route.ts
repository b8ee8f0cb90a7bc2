import { serve, serveChange, together } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { personRequestById } from "@/lib/queries/privacy/person-requests";
import { changePersonRequest } from "@/lib/saved/person-requests";

export const { GET, POST, PUT, PATCH, DELETE } = together(
  serve(definitions.getPersonRequest, ({ viewer, path }) => personRequestById(viewer, path.id)),
  serveChange(definitions.updatePersonRequest, ({ viewer, path, body }) => changePersonRequest(viewer, path.id, body)),
);
