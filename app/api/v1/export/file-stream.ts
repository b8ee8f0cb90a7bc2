import "server-only";
import { untilShutdown } from "@/app/api/v1/live/until-shutdown";
import { deliveriesFirst } from "@/lib/ingest/deliveries-first";
import { beginSpan, endSpan } from "@/lib/trace/trace";

interface FileStreamOptions {
  fileName: string;
  contentType: string;
  /** Aborted when the client disconnects. */
  signal: AbortSignal;
}

/**
 * A file download, generated while it is sent: the next chunk is produced when the client has read the last one, and none after
 * it has disconnected. An error aborts the transfer, so that a partial file is not mistaken for a complete one.
 */
export function fileStream(
  pieces: AsyncGenerator<string | Uint8Array>,
  { fileName, contentType, signal }: FileStreamOptions,
): Response {
  const encoder = new TextEncoder();
  const span = beginSpan("export");
  let pieceCount = 0;
  const ended = AbortSignal.any([signal, untilShutdown()]);
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          await deliveriesFirst();
          ended.throwIfAborted();
          const { done, value } = await pieces.next();
          if (done) {
            controller.close();
            endSpan(span, { pieces: pieceCount });
            return;
          }
          pieceCount += 1;
          controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
        } catch (error) {
          endSpan(span, { pieces: pieceCount }, true);
          throw error;
        }
      },
      cancel: async () => {
        endSpan(span, { pieces: pieceCount }, true);
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
  return new Response(body, {
    headers: {
      "Content-Type": contentType,
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "X-Content-Type-Options": "nosniff",
      "X-Accel-Buffering": "no",
    },
  });
}
