import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Worker } from "node:worker_threads";
import { Door } from "@/lib/door/door";
import { Predecessor } from "@/lib/door/restart/predecessor";
import { ingestion } from "@/lib/ingest/ingestion";
import { receive } from "@/lib/ingest/receive";
import { startService } from "@/lib/ingest/start-service";
import { store } from "@/lib/store/connection/client";

// The product's door without its page server, which starts in a fraction of the time. Loads everything, waits for a line, and
// prints its port; or takes over from the door that has started it. Exits with its parent.
const isUnsafe = process.env.TORTURE_SYNCHRONOUS === "NORMAL";
const door = isUnsafe ? null : new Door({ startThread, pagesCommand: null, port: 0 });
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => void door?.stop().then(() => process.exit(0)));
}
const predecessor = Predecessor.ofProcess();
if (predecessor !== null) {
  await door?.takeOver(predecessor, async () => {});
  predecessor.leave();
} else {
  process.stdin.once("end", () => process.exit(1));
  process.stdin.once("data", async () => {
    console.log(`port ${await (door?.listen() ?? listenUnsafely())}`);
  });
}

function startThread(): Worker {
  return new Worker(new URL("./run-log-thread.mjs", import.meta.url));
}

/** For the tests of power cuts, which have to detect acknowledged commits without fsync. */
async function listenUnsafely(): Promise<number> {
  await startService({ liveViewers: () => 0, requireAppliedErasures: async () => {} });
  await store().writer.$executeRaw`PRAGMA synchronous = NORMAL`;
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const header = (name: string) => [request.headers[name]].flat().join(", ") || null;
  const reply = await receive({ header, query: null, body: request }, ingestion());
  response.writeHead(reply.status, reply.headers).end(reply.body);
}
