import "server-only";
import { untilShutdown } from "@/app/api/v1/live/until-shutdown";
import { deliveriesFirst } from "@/lib/ingest/deliveries-first";

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
  const ended = AbortSignal.any([signal, untilShutdown()]);
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        await deliveriesFirst();
        ended.throwIfAborted();
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
      },
      cancel: async () => {
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
