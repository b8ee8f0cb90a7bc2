import { serveChange } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { chooseDefaultView } from "@/lib/saved/saved-views";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(endpoints.defaultView, ({ viewer, body }) =>
  chooseDefaultView(viewer, body.id),
);
