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
  // Longer than the keep-alive time of proxies, so that none sends on a connection that is being closed.
  keepAliveTimeout: 75_000,
  highWaterMark: 16 * 1024,
};

/** The HTTP server of the door. It can stop, or release the port to another process. */
export class DoorServer extends Server {
  readonly #connections: Connections;
  #isLeaving = false;

  constructor({ connections, answer }: Options) {
    super(limits);
    this.#connections = connections;
    this.on("request", (request: IncomingMessage, response: ServerResponse) => {
      // A sender that keeps its connection busy would delay the end.
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

  /** Closes each connection with its next response. */
  closeAfterResponses(): void {
    this.#isLeaving = true;
  }

  /** Stops accepting connections and closes idle ones. Resolves when the open requests are answered. */
  async finish(): Promise<void> {
    this.close();
    // A connection that was busy during the signal would be kept alive after its response and delay the end by seconds.
    const closing = setInterval(() => this.closeIdleConnections(), 100);
    await this.untilClosed();
    clearInterval(closing);
  }

  /**
   * Stops accepting connections but keeps idle ones open: their sender may be about to use them. They end with their next
   * response.
   */
  letGo(): void {
    this.closeAfterResponses();
    // `close` of an HTTP server would end idle connections.
    NetServer.prototype.close.call(this);
  }

  /** Resolves when the last connection has ended. */
  async untilClosed(): Promise<void> {
    while (this.#connections.size > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  }

  /** Resolves when no request is in progress. */
  async untilIdle(): Promise<void> {
    while (this.#connections.requests > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
