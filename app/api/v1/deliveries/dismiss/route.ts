import { serveChange } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { dismiss } from "@/lib/ingest/dismiss";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(
  definitions.dismissDeliveries,
  async ({ viewer, body }) => ({
    count: await dismiss(viewer, "ids" in body ? { ids: body.ids.map(BigInt) } : { upTo: BigInt(body.upTo) }),
  }),
);
