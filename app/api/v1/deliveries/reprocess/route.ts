import { serveChange } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { reprocessOpen } from "@/lib/ingest/reprocess-open";
import { Refusal } from "@/lib/queries/refusal";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(
  definitions.reprocessDeliveries,
  async ({ viewer, body }) => {
    const selection =
      "ids" in body ? { ids: body.ids.map(BigInt) } : { after: BigInt(body.after), upTo: BigInt(body.upTo) };
    const outcome = await reprocessOpen(viewer, selection);
    if ("ok" in outcome) return new Refusal("unavailable", "The database cannot store the deliveries at present.");
    const { next, ...counts } = outcome;
    return { ...counts, nextAfter: next === null ? null : String(next) };
  },
);
