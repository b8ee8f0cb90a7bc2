import { serve, serveChange, together } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { addView, listViews } from "@/lib/saved/saved-views";

export const { GET, POST, PUT, PATCH, DELETE } = together(
  serve(endpoints.views, async ({ viewer }) => ({ data: await listViews(viewer) })),
  serveChange(endpoints.addView, ({ viewer, body }) => addView(viewer, body)),
);
