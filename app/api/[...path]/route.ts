import { refuse } from "@/app/api/refuse";
import { withViewer } from "@/app/api/with-viewer";

/** Requests for unknown endpoints get JSON, not a page. */
const answer = withViewer(async () =>
  refuse({ code: "not_found", message: "Unknown endpoint. See /api/v1/openapi.json." }),
);

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
