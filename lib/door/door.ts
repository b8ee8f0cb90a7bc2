import "server-only";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { Worker } from "node:worker_threads";
import type { FromPages } from "@/lib/channel/pages-messages";
import { env } from "@/lib/env/env";
import { prepareRequests } from "@/lib/http/prepare-requests";
import { ingestMetrics } from "@/lib/ingest/ingest-metrics";
import { ReadyProbe } from "@/lib/ingest/ready-probe";
import { log } from "@/lib/log/log";
import { startTracing, stopTracing } from "@/lib/trace/start-tracing";
import { answerRequest } from "./answer-request";
import { Connections } from "./connections";
import { doorIntake } from "./door-intake";
import { doorMetrics } from "./door-metrics";
import { LogThread } from "./log-thread";
import { Pages } from "./pages";
import { PagesProxy } from "./pages-proxy";
import { PagesTurns } from "./pages-turns";
import { badRequest } from "./reply";

interface Options {
  /** Starts the thread that owns the log. */
  startThread(): Worker;
  /** Node's arguments for the page server; null where there is none. */
  pagesCommand: readonly string[] | null;
  port: number;
}

/** How long readiness says 503 while requests are still taken: time for a load balancer to look elsewhere. */
const graceMs = 1000;
/** Requests that are still going on then are cut: a stop takes less than ten seconds. */
const longestStopMs = 8000;
/** Frozen pages may have SQLite locked: deliveries wait for 2.5 s. */
const signOfLifeMs = 500;
const backlog = 4096;

/**
 * The process that owns the port: it takes deliveries, stores them over its log thread, and passes everything else on to the
 * pages, a process that it starts and watches (docs/decisions/0031-two-processes-the-door-and-the-pages.md).
 */
export class Door {
  readonly #thread: LogThread;
  readonly #pages: Pages | null;
  readonly #turns: PagesTurns;
  readonly #proxy: PagesProxy | null;
  readonly #server: Server;
  readonly #probe: ReadyProbe;
  readonly #port: number;
  #isStopping = false;
  #endWatch: () => void = () => {};

  constructor({ startThread, pagesCommand, port }: Options) {
    const { appUrl, maxBodyBytes } = env();
    prepareRequests(env());
    this.#port = port;
    this.#thread = new LogThread({
      start: startThread,
      onCommit: (commit) => ingestMetrics().countCommit(commit),
      onFailedCommit: (failed) => ingestMetrics().countFailedCommit(failed),
      onProjected: () => this.#pages?.projected(),
    });
    this.#turns = new PagesTurns({
      lock: () => this.#thread.lock(),
      onTurn: () => this.#pages?.tell({ kind: "locked" }),
      onExpired: () => void this.#endFrozenPages(),
    });
    const onMessage = (message: FromPages) => this.#hear(message);
    const onExit = () => this.#turns.end();
    this.#pages = pagesCommand && new Pages({ command: pagesCommand, appUrl, onMessage, onExit });
    this.#proxy = this.#pages && new PagesProxy(this.#pages);
    const connections = new Connections();
    this.#probe = new ReadyProbe(() => this.#thread.probe());
    const answer = answerRequest({
      intake: doorIntake(this.#thread, maxBodyBytes),
      readiness: async () => (this.#isStopping ? { ok: false, reason: "Shutting down" } : this.#probe.read()),
      metrics: doorMetrics(this.#thread, {
        liveViewers: () => this.#pages?.liveViewers ?? 0,
        isReady: () => this.#probe.last?.ok ?? null,
      }),
      proxy: this.#proxy,
      connections,
    });
    this.#server = this.#createServer(connections, answer);
  }

  /** Opens the port, once the log can take deliveries, and starts the pages. Resolves with the port. */
  async listen(): Promise<number> {
    await startTracing();
    await this.#thread.started;
    const { host } = env();
    this.#server.listen({ host, port: this.#port, backlog });
    await once(this.#server, "listening");
    this.#endWatch = this.#probe.watch();
    this.#pages?.start();
    const address = this.#server.address();
    return typeof address === "object" && address !== null ? address.port : this.#port;
  }

  /** Resolves when the pages have been up once. */
  async untilPages(): Promise<void> {
    await this.#pages?.untilStarted();
  }

  /** Turns readiness off, answers and stores what is in flight, and ends pages and log. */
  async stop(): Promise<void> {
    if (this.#isStopping) return;
    this.#isStopping = true;
    this.#endWatch();
    const stopsAt = performance.now() + longestStopMs;
    await delay(graceMs);
    this.#proxy?.endStreams();
    const pages = this.#pages?.stop();
    await Promise.race([this.#close(), delay(stopsAt - performance.now())]);
    this.#server.closeAllConnections();
    await this.#thread.end();
    await pages;
    await stopTracing();
  }

  #createServer(
    connections: Connections,
    answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  ): Server {
    const limits = {
      headersTimeout: 10_000,
      requestTimeout: 60_000,
      connectionsCheckingInterval: 1000,
      // Longer than proxies keep theirs, so that none sends into a connection that is being closed.
      keepAliveTimeout: 75_000,
      highWaterMark: 16 * 1024,
    };
    const server = createServer(limits, (request, response) => {
      // A sender that keeps its connection busy would hold the end up.
      if (this.#isStopping) response.setHeader("connection", "close");
      const done = connections.use(request.socket);
      response.once("close", done);
      answer(request, response).catch((error) => {
        log().error({ err: error }, "A request could not be answered");
        response.destroy();
      });
    });
    server.on("connection", (socket: Socket) => connections.add(socket));
    server.on("clientError", badRequest);
    return server;
  }

  #hear(message: FromPages): void {
    if (message.kind === "ready" || message.kind === "tokens changed") this.#thread.forgetTokens();
    else if (message.kind === "lock") void this.#turns.ask();
    else if (message.kind === "unlock") this.#turns.end();
    else if (message.kind === "commit failed") ingestMetrics().countFailedCommit(message.failed);
    else if (message.kind === "committed") {
      ingestMetrics().countCommit(message.commit);
      this.#thread.project();
    }
  }

  async #endFrozenPages(): Promise<void> {
    const isAlive = await this.#pages?.isAlive(signOfLifeMs);
    if (isAlive !== false) return;
    log().error("The page server is frozen while it writes to the database: it is ended and starts again");
    this.#pages?.kill();
  }

  /** Takes no new connections and resolves when the open requests are answered. */
  #close(): Promise<void> {
    return new Promise((resolve) => {
      // A connection that was busy when the signal came is kept alive after its answer, and would hold the end up for seconds.
      const closing = setInterval(() => this.#server.closeIdleConnections(), 100);
      this.#server.close(() => {
        clearInterval(closing);
        resolve();
      });
    });
  }
}
