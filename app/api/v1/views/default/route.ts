import { serveChange } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { chooseDefaultView } from "@/lib/saved/saved-views";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(definitions.setDefaultView, ({ viewer, body }) =>
  chooseDefaultView(viewer, body.id),
);
