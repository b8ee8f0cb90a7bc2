import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { listMarks } from "@/lib/saved/bookmarks";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.listBookmarkKeys, ({ viewer }) => listMarks(viewer));
