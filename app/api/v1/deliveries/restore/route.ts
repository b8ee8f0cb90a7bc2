import { serveChange } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { restore } from "@/lib/ingest/dismiss";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(
  definitions.restoreDeliveries,
  async ({ viewer, body }) => ({
    count: await restore(viewer, "ids" in body ? { ids: body.ids.map(BigInt) } : { upTo: BigInt(body.upTo) }),
  }),
);
