import "server-only";
import { audit } from "@/lib/audit/audit";
import { actorOf } from "@/lib/auth/actor-of";
import type { UserViewer } from "@/lib/auth/viewer";
import { prepareDelivery } from "@/lib/ingest/body/prepare-delivery";
import { store } from "@/lib/store/connection/client";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { now } from "@/lib/time/instant";
import { sampleEvents } from "./sample-events";
import { writer } from "./writer-of-process";

/**
 * Stores a conversation of sample events like a delivery of the webhook.
 *
 * @returns its key; null if the database cannot store it now
 */
export async function sendSamples(viewer: UserViewer): Promise<string | null> {
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
  const outcome = await writer().submit({ ...delivery, madeBy: viewer.email });
  if (!outcome.ok) return null;
  const subject = { type: "conversation", id: conversationKey } as const;
  await inTransaction(store(), (within) => audit(within, actorOf(viewer), { action: "samples.send", subject }));
  return conversationKey;
}
