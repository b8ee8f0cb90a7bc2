import { serveChange, together } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { noteBookmark, removeBookmark } from "@/lib/saved/bookmarks";

export const { GET, POST, PUT, PATCH, DELETE } = together(
  serveChange(definitions.updateBookmark, ({ viewer, path, body }) => noteBookmark(viewer, path.id, body.note)),
  serveChange(definitions.deleteBookmark, ({ viewer, path }) => removeBookmark(viewer, path.id)),
);
