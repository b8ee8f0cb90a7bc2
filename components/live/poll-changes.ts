import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Follower } from "./watch-changes";

const EVERY_MS = 5_000;
const FOR_MS = 60_000;

/**
 * Follows changes by polling every few seconds.
 *
 * @param timeUp called once, after a minute: streaming may work again
 * @returns a function that stops polling
 */
export function pollChanges({ cursor, take, onState }: Follower, timeUp: () => void): () => void {
  const ended = new AbortController();
  const begunAt = Date.now();

  const look = async (): Promise<void> => {
    const found = await call(endpoints.listChanges, {
      query: { after: cursor() ?? undefined },
      signal: ended.signal,
    }).catch(() => null);
    if (ended.signal.aborted) return;
    if (found !== null) take(found);
    onState(found === null ? "offline" : "polling");
    setTimeout(() => {
      if (ended.signal.aborted) return;
      if (Date.now() - begunAt < FOR_MS) void look();
      else timeUp();
    }, EVERY_MS);
  };

  void look();
  return () => ended.abort();
}
