import { serve, serveChange, together } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { addView, listViews } from "@/lib/saved/saved-views";

export const { GET, POST, PUT, PATCH, DELETE } = together(
  serve(definitions.listViews, async ({ viewer }) => ({ data: await listViews(viewer) })),
  serveChange(definitions.createView, ({ viewer, body }) => addView(viewer, body)),
);
