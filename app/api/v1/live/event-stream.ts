import "server-only";
import type { Changes } from "@/lib/api/changes";

interface StreamOptions {
  /** Asked for again every half a minute: a revoked session or token ends the stream. */
  isStillAllowed: () => Promise<boolean>;
  /** Ends the source. */
  end: () => void;
}

const CHECK_EVERY_MS = 30_000;
const RECONNECT_AFTER_MS = 2_000;

/** Changes as Server-Sent Events; null becomes a comment that keeps the connection open. */
export function eventStream(changes: AsyncGenerator<Changes | null>, { isStillAllowed, end }: StreamOptions): Response {
  const encoder = new TextEncoder();
  let checkedAt = Date.now();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(`retry: ${RECONNECT_AFTER_MS}\n\n`)),
    pull: async (controller) => {
      const next = await changes.next();
      if (!next.done && Date.now() - checkedAt > CHECK_EVERY_MS) {
        if (!(await isStillAllowed())) {
          end();
          await changes.return(undefined);
          return controller.close();
        }
        checkedAt = Date.now();
      }
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(frame(next.value)));
    },
    cancel: () => {
      end();
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      // Proxies that gather answers before they pass them on would hold every change back.
      "X-Accel-Buffering": "no",
    },
  });
}

function frame(changes: Changes | null): string {
  if (changes === null) return ": still here\n\n";
  return `id: ${changes.cursor}\nevent: change\ndata: ${JSON.stringify(changes)}\n\n`;
}
