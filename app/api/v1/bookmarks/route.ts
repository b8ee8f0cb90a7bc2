import { serve, serveChange, together } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { addBookmark, listBookmarks } from "@/lib/saved/bookmarks";

export const { GET, POST, PUT, PATCH, DELETE } = together(
  serve(endpoints.bookmarks, ({ viewer, query }) =>
    listBookmarks(viewer, { limit: query.limit, cursor: query.cursor }),
  ),
  serveChange(endpoints.addBookmark, ({ viewer, body }) => addBookmark(viewer, body)),
);
