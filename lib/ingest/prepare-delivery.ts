import type { NewDelivery } from "@/lib/store/new-delivery";
import { type DecodedBody, decodeBody } from "./decode-body";
import { maskTokens } from "./mask-tokens";
import { type DeliveryReading, readDelivery } from "./read-delivery";

/** What is known of a delivery besides its body. */
export interface DeliveryOrigin {
  /** Microseconds. */
  receivedAt: bigint;
  source: NewDelivery["source"];
  tokenPlace: string | null;
  contentType: string | null;
  /** The tokens that must not be stored. */
  secrets: readonly string[];
}

/** Makes the rows of a delivery from its bytes. Pure. */
export function prepareDelivery(
  bytes: Uint8Array,
  { secrets, ...origin }: DeliveryOrigin,
  decoded: DecodedBody = decodeBody(bytes),
): NewDelivery {
  const body = maskTokens(bytes, decoded, secrets);
  // A fault's reason quotes the body: only the masked one.
  const readable = decoded.ok || body === bytes ? decoded : decodeBody(body);
  return { ...origin, body, ...contents(readDelivery(readable)) };
}

function contents(
  reading: DeliveryReading,
): Pick<NewDelivery, "verdict" | "reason" | "position" | "events" | "quarantined"> {
  switch (reading.kind) {
    case "test":
      return { verdict: "test", reason: null, position: null, events: [], quarantined: [] };
    case "fault":
      return { ...reading, verdict: "quarantined", events: [] };
    case "events": {
      const [first] = reading.quarantined;
      return {
        verdict: first === undefined ? "accepted" : "partial",
        reason: first?.reason ?? null,
        position: first?.position ?? null,
        events: reading.events,
        quarantined: reading.quarantined,
      };
    }
  }
}
