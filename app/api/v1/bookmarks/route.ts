import { serve, serveChange, together } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { addBookmark, listBookmarks } from "@/lib/saved/bookmarks";

export const { GET, POST, PUT, PATCH, DELETE } = together(
  serve(definitions.listBookmarks, ({ viewer, query }) =>
    listBookmarks(viewer, { limit: query.limit, cursor: query.cursor }),
  ),
  serveChange(definitions.createBookmark, ({ viewer, body }) => addBookmark(viewer, body)),
);
