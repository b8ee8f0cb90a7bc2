import { refusal } from "@/app/api/refusal";
import { withViewer } from "@/app/api/with-viewer";

/** Programs that ask for a call which does not exist get JSON, not a page. */
const answer = withViewer(async () => refusal(404, "not_found", "Endpoint not found. See /api/v1/openapi.json."));

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
