import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { Server, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { accessLog } from "@/lib/audit/access-log-of-process";
import { store } from "@/lib/store/connection/client";
import { stopTracing } from "@/lib/trace/start-tracing";
import { stopService } from "./service-state";

/** How long readiness is 503 while requests are still accepted, so that a load balancer can switch. */
const graceMs = 1000;
/** Endless streams are aborted then: a stop takes less than ten seconds. */
const maxStopMs = 8000;

/**
 * Shuts the process down on SIGTERM and SIGINT: readiness becomes 503, open requests are answered and stored, then the process
 * exits. Next leaves this to us if `NEXT_MANUAL_SIG_HANDLE` is set, as `npm start` does; otherwise it closes the server
 * immediately, and this ensures that deliveries are stored and the process exits in time.
 *
 * @param hasDoor whether there is a door: it stops the pages itself, and Ctrl+C in a terminal reaches both
 * @returns shuts down without a grace period
 */
export function stopOnSignal({ hasDoor }: { hasDoor: boolean }): () => void {
  const servers = new Set<Server>();
  let isStopping = false;
  subscribe("http.server.request.start", (message) => {
    // Node's documentation of the channel: { request, response, socket, server }.
    const { server, response } = message as { server: Server; response: ServerResponse };
    servers.add(server);
    // A sender that keeps its connection busy would delay the end until it is aborted during a request.
    if (isStopping) response.setHeader("Connection", "close");
  });
  const begin = (grace: number) => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(0), maxStopMs).unref();
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
  await accessLog().stop();
  await store().close();
  await stopTracing();
  process.exit(0);
}

/** Stops accepting connections and resolves when the open requests are answered. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that was busy during the signal would be kept alive after its response and delay the end by seconds.
    const closing = setInterval(() => server.closeIdleConnections(), 100);
    server.close(() => {
      clearInterval(closing);
      resolve();
    });
  });
}
