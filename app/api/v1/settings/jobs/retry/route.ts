import { serveChange } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { retryDeadJob } from "@/lib/background/retry-job";
import { Refusal } from "@/lib/queries/refusal";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(definitions.retryJob, async ({ viewer, body }) => {
  const isRetried = await retryDeadJob(viewer, body);
  return isRetried ? { ok: true } : new Refusal("not_found", "No dead job with this kind and key was found.", "key");
});
