import { serve, serveChange, together } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { personRequests } from "@/lib/queries/privacy/person-requests";
import { addPersonRequest } from "@/lib/saved/person-requests";

export const { GET, POST, PUT, PATCH, DELETE } = together(
  serve(definitions.listPersonRequests, ({ viewer, query }) => personRequests(viewer, query)),
  serveChange(definitions.createPersonRequest, ({ viewer, body }) => addPersonRequest(viewer, body)),
);
