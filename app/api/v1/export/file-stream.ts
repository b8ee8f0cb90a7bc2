import "server-only";
import { untilShutdown } from "@/app/api/v1/live/until-shutdown";
import { deliveriesFirst } from "@/lib/ingest/deliveries-first";
import { beginSpan, endSpan } from "@/lib/trace/trace";

interface FileStreamOptions {
  fileName: string;
  contentType: string;
  /** Aborted when the reader leaves. */
  signal: AbortSignal;
}

/**
 * A file to be saved, made while it is sent: the next piece is asked for when the reader has taken the one before, and none
 * once the reader has left. What fails on the way breaks the transfer off, so that half a file is not taken for a whole one.
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
