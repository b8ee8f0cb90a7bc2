import { serveChange, together } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { noteBookmark, removeBookmark } from "@/lib/saved/bookmarks";

export const { GET, POST, PUT, PATCH, DELETE } = together(
  serveChange(endpoints.noteBookmark, ({ viewer, path, body }) => noteBookmark(viewer, path.id, body.note)),
  serveChange(endpoints.removeBookmark, ({ viewer, path }) => removeBookmark(viewer, path.id)),
);
