import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { Server, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { store } from "@/lib/store/connection/client";
import { stopTracing } from "@/lib/trace/start-tracing";
import { stopService } from "./service-state";

/** How long readiness says 503 while requests are still taken: time for a load balancer to look elsewhere. */
const graceMs = 1000;
/** Streams that never end are cut then: a stop takes less than ten seconds. */
const longestStopMs = 8000;

/**
 * Ends the process in order on SIGTERM and SIGINT: readiness turns 503, what is in flight is answered and stored, then the
 * process exits. Next leaves this to us when `NEXT_MANUAL_SIG_HANDLE` is set, as `npm start` does; else it closes the server at
 * once, and this sees to it that the deliveries are stored and the end comes in time.
 *
 * @param hasDoor whether a door stands in front: it ends the pages itself, and Ctrl+C in a terminal reaches both
 * @returns what ends the process without a grace period
 */
export function stopOnSignal({ hasDoor }: { hasDoor: boolean }): () => void {
  const servers = new Set<Server>();
  let isStopping = false;
  subscribe("http.server.request.start", (message) => {
    // Node's documentation of the channel: { request, response, socket, server }.
    const { server, response } = message as { server: Server; response: ServerResponse };
    servers.add(server);
    // A sender that keeps its connection busy would hold the end up until it is cut off in the middle of something.
    if (isStopping) response.setHeader("Connection", "close");
  });
  const begin = (grace: number) => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(0), longestStopMs).unref();
    void stop(servers, grace);
  };
  process.on("SIGTERM", () => begin(hasDoor ? 0 : graceMs));
  process.on("SIGINT", () => {
    if (!hasDoor) begin(graceMs);
  });
  return () => begin(0);
}

async function stop(servers: ReadonlySet<Server>, grace: number): Promise<void> {
  const drained = stopService();
  await delay(grace);
  await Promise.all([...servers].map(close));
  await drained;
  await store().close();
  await stopTracing();
  process.exit(0);
}

/** Takes no new connections and resolves when the open requests are answered. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that was busy when the signal came is kept alive after its answer, and would hold the end up for seconds.
    const closing = setInterval(() => server.closeIdleConnections(), 100);
    server.close(() => {
      clearInterval(closing);
      resolve();
    });
  });
}
