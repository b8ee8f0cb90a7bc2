import { serveChange, together } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { changeView, removeView } from "@/lib/saved/saved-views";

export const { GET, POST, PUT, PATCH, DELETE } = together(
  serveChange(endpoints.changeView, ({ viewer, path, body }) => changeView(viewer, path.id, body)),
  serveChange(endpoints.removeView, ({ viewer, path }) => removeView(viewer, path.id)),
);
