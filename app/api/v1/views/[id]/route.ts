import { serveChange, together } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { changeView, removeView } from "@/lib/saved/saved-views";

export const { GET, POST, PUT, PATCH, DELETE } = together(
  serveChange(definitions.updateView, ({ viewer, path, body }) => changeView(viewer, path.id, body)),
  serveChange(definitions.deleteView, ({ viewer, path }) => removeView(viewer, path.id)),
);
