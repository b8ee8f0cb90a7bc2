import { errorBody } from "@/lib/api/api-error";
import type { PartCounter } from "./count-parts";

/** Bytes that are gathered before they are handed to the browser, which keeps large files off the page's memory. */
const pieceBytes = 4 * 1024 * 1024;

interface FileRequest {
  url: string;
  count: PartCounter;
  signal: AbortSignal;
  onProgress: (parts: number) => void;
}

/** Reads a file while it is made, telling how far it is. @throws Error with what to tell, or the abort's */
export async function receiveFile({ url, count, signal, onProgress }: FileRequest): Promise<Blob> {
  const response = await fetch(url, { signal, credentials: "same-origin", cache: "no-store" });
  if (!response.ok || response.body === null) throw new Error(await faultOf(response));
  let file = new Blob([]);
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let waiting = 0;
  for (const reader = response.body.getReader(); ; ) {
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

async function faultOf(response: Response): Promise<string> {
  const body = errorBody.safeParse(await response.json().catch(() => undefined));
  return body.success ? body.data.error : `The server answered ${response.status}.`;
}
