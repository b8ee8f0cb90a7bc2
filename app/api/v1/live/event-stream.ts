import "server-only";
import type { Changes } from "@/lib/api/schemas/changes";

interface StreamOptions {
  /** Aborted when the client disconnects, loses access, or the process is shutting down. */
  ended: AbortSignal;
  end: () => void;
}

const RECONNECT_AFTER_MS = 2_000;

/** Changes as Server-Sent Events; null becomes a comment that keeps the connection open. */
export function eventStream(changes: AsyncGenerator<Changes | null>, { ended, end }: StreamOptions): Response {
  const encoder = new TextEncoder();
  // A disconnected client reads nothing more, so the source would wait forever.
  const close = () => void changes.return(undefined);
  if (ended.aborted) close();
  ended.addEventListener("abort", close, { once: true });

  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(`retry: ${RECONNECT_AFTER_MS}\n\n`)),
    pull: async (controller) => {
      const next = await changes.next();
      if (!next.done && !ended.aborted) return controller.enqueue(encoder.encode(frame(next.value)));
      end();
      controller.close();
    },
    cancel: end,
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      // Proxies that buffer responses would hold back every change.
      "X-Accel-Buffering": "no",
    },
  });
}

function frame(changes: Changes | null): string {
  if (changes === null) return ": still here\n\n";
  return `id: ${changes.cursor}\nevent: change\ndata: ${JSON.stringify(changes)}\n\n`;
}
