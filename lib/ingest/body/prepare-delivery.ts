import { maskText, maskTokens } from "@/lib/ingest/tokens/mask-tokens";
import type { NewDelivery, SentHeaders } from "@/lib/store/log/new-delivery";
import { type DecodedBody, decodeBody } from "./decode-body";
import { type DeliveryReading, readDelivery } from "./read-delivery";

/** What is known of a delivery besides its body. */
export interface DeliveryOrigin {
  /** Microseconds. */
  receivedAt: bigint;
  source: NewDelivery["source"];
  tokenPlace: string | null;
  contentType: string | null;
  headers?: SentHeaders;
  /** The tokens that must not be stored. */
  secrets: readonly string[];
}

/** Makes the rows of a delivery from its bytes. Pure. */
export function prepareDelivery(
  bytes: Uint8Array,
  { secrets, headers = {}, ...origin }: DeliveryOrigin,
  decoded: DecodedBody = decodeBody(bytes),
): NewDelivery {
  const { bytes: body, rotated } = maskTokens(bytes, decoded, secrets);
  const contentType = origin.contentType === null ? null : maskText(origin.contentType, secrets);
  // A fault's reason quotes the body, and an event is stored with its text: only the masked ones.
  // What is nothing but the token has no text that could be stored.
  const isMasked = body !== bytes && !(decoded.ok && (rotated === null || decoded.value === undefined));
  const reading = readDelivery(isMasked ? decodeBody(body) : decoded);
  if (rotated !== null) takeHashes(reading, readDelivery(decodeBody(rotated)));
  const maskedHeaders = Object.entries(headers).map(([name, value]) => [name, maskText(value, secrets)]);
  return { ...origin, contentType, headers: Object.fromEntries(maskedHeaders), body, ...contents(reading) };
}

/** Events that hold a token are the same whatever the token was. */
function takeHashes(reading: DeliveryReading, rotated: DeliveryReading): void {
  if (reading.kind !== "events" || rotated.kind !== "events") return;
  for (const [place, event] of reading.events.entries()) event.hash = rotated.events[place]?.hash ?? event.hash;
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
