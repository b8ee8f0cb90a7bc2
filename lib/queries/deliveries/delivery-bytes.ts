import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { readId } from "@/lib/queries/read-id";
import { notFound, type Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { readDeliveryBody } from "@/lib/store/reads/read-delivery";

/** A delivery's body as received. */
export async function deliveryBytes(viewer: Viewer, text: string): Promise<Uint8Array<ArrayBuffer> | Refusal> {
  const id = readId(text);
  const body = id === null ? null : await readDeliveryBody(store(), viewer, id);
  return body ?? notFound("delivery with this id whose body is kept");
}
