import "server-only";
import { isUtf8 } from "node:buffer";
import { z } from "zod";
import { type DeliveryDetail, deliveryVerdict } from "@/lib/api/schemas/delivery";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env/env";
import { storedReply } from "@/lib/ingest/stored-reply";
import { readId } from "@/lib/queries/read-id";
import { notFound, type Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import type { DeliveryRow } from "@/lib/store/reads/list-deliveries";
import { readDelivery } from "@/lib/store/reads/read-delivery";
import { deliveryOfRow } from "./delivery-of-row";

/** A delivery: its body as received, and its results. */
export async function deliveryById(viewer: Viewer, text: string): Promise<DeliveryDetail | Refusal> {
  const id = readId(text);
  const found = id === null ? null : await readDelivery(store(), viewer, id);
  if (found === null) return notFound("delivery with this id");
  return {
    ...deliveryOfRow(found.delivery),
    headers: headersOf(found.headers),
    response: responseOf(found.delivery),
    body: found.body === null ? null : bodyOf(found.body),
    eventIds: found.eventIds.map(String),
    events: found.events.map(({ id, type, messageType, recognised, conversationKey, title }) => ({
      id: String(id),
      type,
      messageType,
      recognised,
      conversationKey,
      title,
    })),
    quarantinedEvents: found.quarantined.map(({ id, place, raw, reason, position, resolution }) => ({
      id: String(id),
      place,
      raw,
      reason,
      position,
      resolution,
    })),
  };
}

const headers = z.record(z.string(), z.string());

function headersOf(text: string | null): Record<string, string> {
  return text === null ? {} : headers.parse(JSON.parse(text));
}

/** Derived from the delivery, which contains everything in the response. */
function responseOf(row: DeliveryRow): DeliveryDetail["response"] {
  if (row.source !== "webhook") return null;
  const delivery = { ...row, verdict: deliveryVerdict.parse(row.verdict) };
  const { status, body } = storedReply(delivery, "********", env().webhookReply);
  return { status, body };
}

/** Bytes that are not text are returned unchanged, as Base64. */
function bodyOf(bytes: Uint8Array): NonNullable<DeliveryDetail["body"]> {
  const buffer = Buffer.from(bytes);
  return isUtf8(buffer)
    ? { encoding: "utf-8", text: buffer.toString("utf8") }
    : { encoding: "base64", text: buffer.toString("base64") };
}
