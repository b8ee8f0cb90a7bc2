import { maskText, maskTokens } from "@/lib/ingest/tokens/mask-tokens";
import type { NewDelivery, SentHeaders } from "@/lib/store/log/new-delivery";
import { type DecodedBody, decodeBody } from "./decode-body";
import { type DeliveryReading, readDelivery } from "./read-delivery";

/** The metadata of a delivery. */
export interface DeliveryOrigin {
  /** Microseconds. */
  receivedAt: bigint;
  source: NewDelivery["source"];
  tokenPlace: string | null;
  contentType: string | null;
  headers?: SentHeaders;
  /** Tokens that must not be stored. */
  secrets: readonly string[];
}

/** Builds the rows of a delivery from its bytes. Pure. */
export function prepareDelivery(
  bytes: Uint8Array,
  { secrets, headers = {}, ...origin }: DeliveryOrigin,
  decoded: DecodedBody = decodeBody(bytes),
): NewDelivery {
  const { bytes: body, rotated } = maskTokens(bytes, decoded, secrets);
  const contentType = origin.contentType === null ? null : maskText(origin.contentType, secrets);
  // Stored errors quote the body, and events are stored as text: both from the masked body. A body that consists only of the
  // token has no text that could be stored.
  const isMasked = body !== bytes && !(decoded.ok && (rotated === null || decoded.value === undefined));
  const reading = readDelivery(isMasked ? decodeBody(body) : decoded);
  if (rotated !== null) takeHashes(reading, readDelivery(decodeBody(rotated)));
  const maskedHeaders = Object.entries(headers).map(([name, value]) => [name, maskText(value, secrets)]);
  return { ...origin, contentType, headers: Object.fromEntries(maskedHeaders), body, ...contents(reading) };
}

/** Makes the hashes of events with a token independent of the token. */
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
