import "server-only";
import type { UserViewer } from "@/lib/auth/viewer";
import { prepareDelivery } from "@/lib/ingest/body/prepare-delivery";
import { now } from "@/lib/time/instant";
import { sampleEvents } from "./sample-events";
import { writer } from "./writer-of-process";

/**
 * Stores a conversation of sample events like a delivery of the webhook.
 *
 * @returns its key; null if the database cannot store it now
 */
export async function sendSamples({ email }: UserViewer): Promise<string | null> {
  const receivedAt = now();
  const { conversationKey, body } = sampleEvents(Number(receivedAt / 1000n));
  const origin = {
    receivedAt,
    source: "sample",
    tokenPlace: null,
    contentType: "application/json",
    secrets: [],
  } as const;
  const delivery = prepareDelivery(Buffer.from(JSON.stringify(body)), origin);
  const outcome = await writer().submit({ ...delivery, madeBy: email });
  return outcome.ok ? conversationKey : null;
}
