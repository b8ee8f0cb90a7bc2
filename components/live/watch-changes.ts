import { type Changes, changes } from "@/lib/api/changes";
import { fetchChanges } from "@/lib/api/queries";

export type LiveState = "connecting" | "live" | "polling" | "offline";

interface Watcher {
  /** The watch has begun: changes from here on are told. */
  onStart: () => void;
  onChanges: (changes: Changes) => void;
  onState: (state: LiveState) => void;
}

const POLL_EVERY_MS = 5_000;
const TRY_STREAM_AGAIN_MS = 60_000;
/** Failures in a row after which streaming counts as cut off by something between the browser and the server. */
const STREAM_FAILURES = 3;

/**
 * Follows what is stored: over one stream, or by polling with the same cursor while streaming fails. Both continue where
 * the other stopped, so that nothing is missed in between.
 *
 * @returns ends it
 */
export function watchChanges(watcher: Watcher): () => void {
  const ended = new AbortController();
  let cursor: string | null = null;
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const take = (change: Changes) => {
    const begins = cursor === null;
    cursor = change.cursor;
    if (begins) watcher.onStart();
    else watcher.onChanges(change);
  };

  const stream = () => {
    let failures = 0;
    source?.close();
    source = new EventSource(cursor === null ? "/api/v1/live" : `/api/v1/live?after=${encodeURIComponent(cursor)}`);
    source.addEventListener("open", () => {
      failures = 0;
      watcher.onState("live");
    });
    source.addEventListener("change", ({ data }) => {
      const change = readChange(data);
      if (change !== null) take(change);
    });
    source.addEventListener("error", () => {
      failures += 1;
      // The browser tries again by itself, with the last cursor, unless the server refused the stream.
      if (source?.readyState !== EventSource.CLOSED && failures < STREAM_FAILURES) return watcher.onState("connecting");
      source?.close();
      source = null;
      void poll(Date.now() + TRY_STREAM_AGAIN_MS);
    });
  };

  const poll = async (untilMs: number): Promise<void> => {
    if (ended.signal.aborted) return;
    try {
      take(await fetchChanges(cursor, ended.signal));
      watcher.onState("polling");
    } catch {
      if (ended.signal.aborted) return;
      watcher.onState("offline");
    }
    timer = setTimeout(() => (Date.now() < untilMs ? void poll(untilMs) : stream()), POLL_EVERY_MS);
  };

  stream();
  return () => {
    ended.abort();
    source?.close();
    clearTimeout(timer);
  };
}

function readChange(data: unknown): Changes | null {
  if (typeof data !== "string") return null;
  try {
    return changes.parse(JSON.parse(data));
  } catch {
    return null;
  }
}
