import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { GET as ready } from "@/app/api/ready/route";
import { POST as webhook } from "@/app/api/webhook/route";
import { ingestion } from "@/lib/ingest/ingestion";
import { startService } from "@/lib/ingest/start-service";
import { store } from "@/lib/store/client";

// The product's own start, routes and stop behind Node's bare server: it starts in a fraction of the time of Next's. Loads
// everything, the ingest thread too, waits for a line, and prints its port. It ends with whoever started it.
const isUnsafe = process.env.TORTURE_SYNCHRONOUS === "NORMAL";
if (!isUnsafe) await ingestion().startThread();
process.stdin.once("end", () => process.exit(1));
process.stdin.once("data", async () => {
  await startService();
  // What must be found out: acknowledged commits that no fsync covers.
  if (isUnsafe) await store().writer.$executeRaw`PRAGMA synchronous = NORMAL`;
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1", () => {
    console.log(`port ${(server.address() as AddressInfo).port}`);
  });
});

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const request = toRequest(incoming);
  const reply = new URL(request.url).pathname === "/api/ready" ? await ready() : await webhook(request);
  outgoing.writeHead(reply.status, Object.fromEntries(reply.headers));
  outgoing.end(await reply.text());
}

function toRequest(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const method = incoming.method ?? "GET";
  // Node's and the browser's stream types differ in name only.
  const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array> as unknown as BodyInit;
  const withBody = method === "GET" || method === "HEAD" ? {} : { body, duplex: "half" as const };
  return new Request(`http://127.0.0.1${incoming.url ?? "/"}`, { method, headers, ...withBody });
}
