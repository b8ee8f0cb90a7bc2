import { serveChange } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { dismiss } from "@/lib/ingest/dismiss";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(endpoints.dismiss, async ({ viewer, body }) => ({
  count: await dismiss(viewer, "ids" in body ? { ids: body.ids.map(BigInt) } : { upTo: BigInt(body.upTo) }),
}));
