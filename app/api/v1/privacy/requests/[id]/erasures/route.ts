import { serveChange } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { erasePerson } from "@/lib/saved/erase-person";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(definitions.erasePerson, ({ viewer, path, body }) =>
  erasePerson(viewer, path.id, body),
);
