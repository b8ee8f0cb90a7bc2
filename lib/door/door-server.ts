import "server-only";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";
import { log } from "@/lib/log/log";
import type { Connections } from "./connections";
import { badRequest } from "./reply";

interface Options {
  connections: Connections;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const limits = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 1000,
  // Longer than proxies keep theirs, so that none sends into a connection that is being closed.
  keepAliveTimeout: 75_000,
  highWaterMark: 16 * 1024,
};

/** The HTTP server of the door. It has two ends: a stop, and letting go of the port for another process. */
export class DoorServer extends Server {
  readonly #connections: Connections;
  #isLeaving = false;

  constructor({ connections, answer }: Options) {
    super(limits);
    this.#connections = connections;
    this.on("request", (request: IncomingMessage, response: ServerResponse) => {
      // A sender that keeps its connection busy would hold the end up.
      if (this.#isLeaving) response.setHeader("connection", "close");
      const done = connections.use(request.socket);
      response.once("close", done);
      answer(request, response).catch((error) => {
        log().error({ err: error }, "A request could not be answered");
        response.destroy();
      });
    });
    this.on("connection", (socket: Socket) => connections.add(socket));
    this.on("clientError", badRequest);
  }

  /** Each connection ends with its next response. */
  closeAfterResponses(): void {
    this.#isLeaving = true;
  }

  /** Takes no new connections and ends idle ones. Resolves when the open requests are answered. */
  async finish(): Promise<void> {
    this.close();
    // A connection that was busy when the signal came is kept alive after its answer, and would hold the end up for seconds.
    const closing = setInterval(() => this.closeIdleConnections(), 100);
    await this.untilClosed();
    clearInterval(closing);
  }

  /**
   * Takes no new connections and leaves idle ones open: their sender may be about to use them, and would find them broken. They end
   * with the next response, or when they were announced to.
   */
  letGo(): void {
    this.closeAfterResponses();
    // An HTTP server's own `close` ends idle connections.
    NetServer.prototype.close.call(this);
  }

  /** Resolves when the last connection has ended. */
  async untilClosed(): Promise<void> {
    while (this.#connections.size > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  }

  /** Resolves when no request is being answered. */
  async untilIdle(): Promise<void> {
    while (this.#connections.requests > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
