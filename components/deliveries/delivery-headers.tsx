import { tokenLocation } from "@/components/ui/token-location";
import type { DeliveryDetail } from "@/lib/api/schemas/delivery";

/** The request headers that are stored. The token is never among them: only its location is known. */
export function DeliveryHeaders({ delivery: { headers, contentType, tokenPlace } }: { delivery: DeliveryDetail }) {
  const ofToken = /^header (.+)$/.exec(tokenPlace ?? "")?.[1];
  const lines = [
    ...(contentType === null ? [] : [["content-type", contentType]]),
    ...(ofToken === undefined ? [] : [[ofToken, "••••••"]]),
    ...Object.entries(headers),
  ];
  if (lines.length === 0 && tokenPlace === null) return null;
  return (
    <section aria-label="Headers" className="shrink-0 border-b border-line px-4 py-3 font-mono text-xs leading-5">
      {lines.map(([name, value]) => (
        <p key={name} className="[overflow-wrap:anywhere]">
          <span className="text-muted">{name}:</span> {value}
        </p>
      ))}
      {tokenPlace !== null && ofToken === undefined && (
        <p className="font-sans text-muted">Token location: {tokenLocation(tokenPlace)}</p>
      )}
    </section>
  );
}
