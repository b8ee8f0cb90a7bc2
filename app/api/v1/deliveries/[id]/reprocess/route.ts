import { serveChange } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { type Reprocessing, reprocess } from "@/lib/ingest/reprocess";
import { readId } from "@/lib/queries/read-id";
import { notFound, Refusal } from "@/lib/queries/refusal";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(
  definitions.reprocessDelivery,
  async ({ viewer, path, body }) => {
    const id = readId(path.id);
    if (id === null) return notFound("delivery with this id");
    const edited = body.body === undefined ? null : Buffer.from(body.body, body.encoding);
    const outcome = await reprocess(viewer, id, edited);
    if (!outcome.ok) return refusals[outcome.reason];
    const { ok: _, deliveryId, ...result } = outcome;
    return { ...result, deliveryId: deliveryId === null ? null : String(deliveryId) };
  },
);

const refusals: Record<Extract<Reprocessing, { ok: false }>["reason"], Refusal> = {
  not_found: notFound("delivery with this id"),
  body_pruned: new Refusal("bad_request", "This delivery's body is no longer kept; its events are in the log.", "id"),
  not_open: new Refusal("conflict", "Only the body of an open quarantined delivery can be edited.", "body"),
  too_large: new Refusal("bad_request", "The edited body is larger than MAX_BODY_BYTES.", "body"),
  busy: new Refusal("unavailable", "The database cannot store the delivery at present."),
};
