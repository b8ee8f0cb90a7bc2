import { addressOf } from "@/lib/api/client/address-of";
import { tryServer } from "@/lib/api/client/server-connection";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Changes } from "@/lib/api/schemas/changes";
import type { Follower } from "./watch-changes";

/** Number of consecutive failures after which streaming is assumed to be blocked by a proxy. */
const MOST_FAILURES = 3;

/**
 * Follows changes over a stream of Server-Sent Events.
 *
 * @param giveUp called once, if the stream is refused or keeps failing
 * @returns a function that closes the stream
 */
export function openStream({ cursor, take, onState }: Follower, giveUp: () => void): () => void {
  const after = cursor();
  const source = new EventSource(addressOf(endpoints.streamChanges, { query: { after: after ?? undefined } }));
  let failures = 0;
  source.addEventListener("change", ({ data }) => {
    failures = 0;
    onState("live");
    const change = readChange(data);
    if (change !== null) take(change);
  });
  source.addEventListener("error", () => {
    failures += 1;
    void tryServer();
    // The browser reconnects with the last cursor, unless the server refused the stream.
    if (source.readyState !== EventSource.CLOSED && failures < MOST_FAILURES) return onState("connecting");
    source.close();
    giveUp();
  });
  return () => source.close();
}

function readChange(data: unknown): Changes | null {
  if (typeof data !== "string") return null;
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
