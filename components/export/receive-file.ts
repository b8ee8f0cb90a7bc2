import { sendRequest } from "@/lib/api/client/send-request";
import type { PartCounter } from "./count-parts";

/** Bytes collected before they are passed to the browser as a blob, which keeps large files out of the page's memory. */
const pieceBytes = 4 * 1024 * 1024;

interface FileRequest {
  url: string;
  count: PartCounter;
  signal: AbortSignal;
  onProgress: (parts: number) => void;
}

/**
 * Downloads a file and reports progress.
 *
 * @throws ApiError, or the abort's reason
 */
export async function receiveFile({ url, count, signal, onProgress }: FileRequest): Promise<Blob> {
  const { body } = await sendRequest(url, { signal });
  if (body === null) return new Blob([]);
  let file = new Blob([]);
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let waiting = 0;
  for (const reader = body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return new Blob([file, ...pieces]);
    pieces.push(value);
    waiting += value.length;
    if (waiting >= pieceBytes) {
      file = new Blob([file, ...pieces]);
      pieces = [];
      waiting = 0;
    }
    onProgress(count(value));
  }
}
