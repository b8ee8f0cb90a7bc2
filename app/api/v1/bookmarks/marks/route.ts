import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { listMarks } from "@/lib/saved/bookmarks";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.bookmarkMarks, ({ viewer }) => listMarks(viewer));
