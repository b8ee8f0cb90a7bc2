// A thread that reads an address with several clients at once for at least a second. It has its own event loop: the thread that
// started it measures other requests meanwhile.
// `workerData`: `{ url, token, statuses, atOnce }`. Posts the size in bytes and the duration in ms of one of the first reads.
import { parentPort, workerData } from "node:worker_threads";

const { url, token, statuses, atOnce } = workerData;

async function read() {
  const startedAt = performance.now();
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  let bytes = 0;
  for await (const chunk of response.body ?? []) bytes += chunk.length;
  if (!statuses.includes(response.status)) throw new Error(`${url} returned ${response.status}`);
  return { bytes, ms: performance.now() - startedAt };
}

const startedAt = performance.now();
let reads;
do reads = await Promise.all(Array.from({ length: atOnce }, read));
while (performance.now() - startedAt < 1000);
parentPort.postMessage(reads[0]);
