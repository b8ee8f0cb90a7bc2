import "server-only";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import type { Worker } from "node:worker_threads";
import type { FromPages } from "@/lib/channel/pages-messages";
import { buildInfo } from "@/lib/env/build-info";
import { env } from "@/lib/env/env";
import { AppError } from "@/lib/errors/app-error";
import { prepareRequests } from "@/lib/http/prepare-requests";
import { ingestMetrics } from "@/lib/ingest/ingest-metrics";
import { ReadyProbe } from "@/lib/ingest/ready-probe";
import { log } from "@/lib/log/log";
import { startTracing, stopTracing } from "@/lib/trace/start-tracing";
import { answerRequest } from "./answer-request";
import { Connections } from "./connections";
import { doorIntake } from "./door-intake";
import { doorMetrics } from "./door-metrics";
import { DoorServer } from "./door-server";
import { LogThread } from "./log-thread";
import { Pages } from "./pages";
import { PagesProxy } from "./pages-proxy";
import { PagesTurns } from "./pages-turns";
import { handOver } from "./restart/hand-over";
import type { Predecessor } from "./restart/predecessor";
import { Succession } from "./restart/succession";
import type { Successor } from "./restart/successor";

interface Options {
  /** Starts the thread that owns the log. */
  startThread(): Worker;
  /** Node's arguments for the page server; null for none. */
  pagesCommand: readonly string[] | null;
  port: number;
}

/** How long readiness is 503 while requests are still accepted, so that a load balancer can switch. */
const graceMs = 1000;
/** Requests that last longer are aborted: a stop takes less than ten seconds. */
const maxStopMs = 8000;
/** Longer than the keep-alive time of an idle connection, and than most downloads take. */
const maxLeaveMs = 90_000;
/** A frozen page server may have SQLite locked; deliveries wait for 2.5 s. */
const signOfLifeMs = 1000;
/** A page server that takes longer to start does not take over. */
const maxPagesStartMs = 60_000;
const backlog = 4096;

/**
 * The process that owns the port: it receives deliveries, stores them through its log thread, and proxies everything else to the
 * page server, a child process that it supervises (docs/decisions/0031-two-processes-the-door-and-the-pages.md).
 */
export class Door {
  readonly #thread: LogThread;
  readonly #pages: Pages | null;
  readonly #turns: PagesTurns;
  readonly #proxy: PagesProxy | null;
  readonly #server: DoorServer;
  readonly #probe: ReadyProbe;
  readonly #succession = new Succession();
  readonly #port: number;
  #isStopping = false;
  #successor: Successor | null = null;

  constructor({ startThread, pagesCommand, port }: Options) {
    const { appUrl, maxBodyBytes } = env();
    prepareRequests(env());
    // Read before an upgrade replaces the files.
    buildInfo();
    this.#port = port;
    this.#thread = new LogThread({
      start: startThread,
      onCommit: (commit) => ingestMetrics().countCommit(commit),
      onFailedCommit: (failed) => ingestMetrics().countFailedCommit(failed),
      onProjected: () => this.#pages?.projected(),
    });
    this.#turns = new PagesTurns({
      lock: () => this.#thread.lock(),
      onTurn: (until) => this.#pages?.send({ kind: "locked", until }),
      onExpired: () => void this.#endFrozenPages(),
    });
    const onMessage = (message: FromPages) => this.#hear(message);
    const onExit = () => this.#turns.end();
    this.#pages = pagesCommand && new Pages({ command: pagesCommand, appUrl, onMessage, onExit });
    this.#proxy = this.#pages && new PagesProxy(this.#pages);
    const connections = new Connections();
    this.#probe = new ReadyProbe(() => this.#thread.probe());
    const answer = answerRequest({
      intakeFor: doorIntake(this.#thread, this.#succession, maxBodyBytes),
      readiness: async () => (this.#isStopping ? { ok: false, reason: "Shutting down" } : this.#probe.read()),
      metrics: doorMetrics(this.#thread, {
        liveViewers: () => this.#pages?.liveViewers ?? 0,
        isReady: () => this.#probe.last?.ok ?? null,
      }),
      proxy: this.#proxy,
      connections,
      succession: this.#succession,
    });
    this.#server = new DoorServer({ connections, answer });
  }

  /** Opens the port once the log can store deliveries, and starts the page server. Resolves with the port. */
  async listen(): Promise<number> {
    await startTracing();
    await this.#thread.start();
    this.#server.listen({ host: env().host, port: this.#port, backlog });
    await once(this.#server, "listening");
    this.#probe.watch();
    this.#pages?.start();
    return this.port;
  }

  /** The listening port. */
  get port(): number {
    const address = this.#server.address();
    return typeof address === "object" && address !== null ? address.port : this.#port;
  }

  /**
   * Takes over log and port from the running version. The new page server is already running, except if the database has to be
   * upgraded first.
   *
   * @param upgrade migrates the database
   */
  async takeOver(predecessor: Predecessor, upgrade: () => Promise<void>): Promise<void> {
    await startTracing();
    this.#thread.load();
    if (!predecessor.upgrades) await this.#startPages();
    await predecessor.releaseLog();
    if (predecessor.upgrades) await upgrade();
    await this.#thread.start();
    const listening = once(this.#server, "listening");
    await predecessor.releasePort((server) => this.#server.listen(server, backlog));
    await listening;
    await predecessor.finish();
    this.#probe.watch();
    if (predecessor.upgrades) this.#pages?.start();
  }

  /**
   * Hands log and port over to a new version.
   * @throws Error why it did not take over; this process then continues as before
   */
  async handOver(successor: Successor): Promise<void> {
    this.#successor = successor;
    const parts = { thread: this.#thread, pages: this.#pages, server: this.#server, succession: this.#succession };
    try {
      await handOver({ ...parts, probe: this.#probe, host: env().host, port: this.port }, successor);
    } catch (error) {
      this.#successor = null;
      throw error;
    }
  }

  /** After `handOver`: finishes open requests, and resolves when the last connection has ended. */
  async leave(): Promise<void> {
    this.#proxy?.endStreams();
    const leavesAt = performance.now() + maxLeaveMs;
    await Promise.race([this.#server.untilIdle(), delay(maxLeaveMs)]);
    await this.#pages?.stop();
    await Promise.race([this.#server.untilClosed(), delay(leavesAt - performance.now())]);
    await stopTracing();
  }

  /** Resolves when the page server has been up once. */
  async untilPages(): Promise<void> {
    await this.#pages?.untilStarted();
  }

  /** Sets readiness to 503, answers and stores open requests, and stops page server and log. */
  async stop(): Promise<void> {
    if (this.#isStopping) return;
    this.#isStopping = true;
    this.#server.closeAfterResponses();
    this.#probe.endWatch();
    const stopsAt = performance.now() + maxStopMs;
    // A successor that has taken over continues.
    if (this.#server.listening) await this.#successor?.end();
    await delay(graceMs);
    this.#proxy?.endStreams();
    const pages = this.#pages?.stop();
    await Promise.race([this.#server.finish(), delay(stopsAt - performance.now())]);
    this.#server.closeAllConnections();
    await this.#thread.end();
    await pages;
    await stopTracing();
  }

  async #startPages(): Promise<void> {
    this.#pages?.start();
    await Promise.race([this.#pages?.untilStarted(), delay(maxPagesStartMs)]);
    if (this.#pages?.port === null)
      throw new AppError("take_over_failed", "The pages of the new version do not start.");
  }

  #hear(message: FromPages): void {
    if (message.kind === "ready" || message.kind === "tokens changed") this.#thread.forgetTokens();
    else if (message.kind === "lock") void this.#turns.ask();
    else if (message.kind === "writing") this.#turns.use();
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
}
