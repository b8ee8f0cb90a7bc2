import "server-only";
import { Agent, type IncomingMessage, type ServerResponse } from "node:http";
import { createProxyServer } from "httpxy";
import { Lane } from "@/lib/ingest/lane";
import { away } from "./away";
import type { Pages } from "./pages";
import { send } from "./reply";

/** How long a request waits for the pages to start for the first time. */
const longestStartMs = 60_000;
/** Requests that are not read to their end: who sends slowly makes room. */
const mostUnread = 128;

/** Passes requests on to the pages as they come, and the answers back, without keeping any of either. */
export class PagesProxy {
  readonly #pages: Pages;
  readonly #proxy = createProxyServer({ agent: new Agent({ keepAlive: true, maxFreeSockets: 64 }) });
  readonly #unread = new Lane(mostUnread);
  readonly #streams = new Set<ServerResponse>();
  #isStopping = false;

  constructor(pages: Pages) {
    this.#pages = pages;
    this.#proxy.on("proxyRes", (answer, _request, response) => {
      // These are between the door and the pages only.
      delete answer.headers.connection;
      delete answer.headers["keep-alive"];
      if (answer.headers["content-type"]?.startsWith("text/event-stream") !== true) return;
      this.#streams.add(response);
      response.once("close", () => this.#streams.delete(response));
      // An event may be long in coming.
      setImmediate(() => response.flushHeaders());
    });
  }

  async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#pages.port === null) await Promise.race([this.#pages.untilStarted(), pause(longestStartMs)]);
    if (response.destroyed) return;
    const { port } = this.#pages;
    if (port === null || this.#isStopping) return send(request, response, away(request.url ?? "/"));
    const leave = this.#unread.enter(() => request.complete || request.destroy());
    request.once("close", leave);
    request.once("end", leave);
    await this.#send(request, response, port, request.method === "GET" || request.method === "HEAD");
  }

  /** Ends the streams that never end by themselves: browsers open them again. */
  endStreams(): void {
    this.#isStopping = true;
    for (const response of this.#streams) response.destroy();
  }

  async #send(request: IncomingMessage, response: ServerResponse, port: number, mayRepeat: boolean): Promise<void> {
    const isAnswered = await new Promise<boolean>((resolve) => {
      const failed = () => resolve(false);
      response.once("close", () => resolve(true));
      const target = { host: "127.0.0.1", port };
      this.#proxy.web(request, response, { target }).catch(failed);
    });
    if (isAnswered || response.destroyed || response.headersSent) return;
    // A connection that was kept may have been closed at that moment.
    if (mayRepeat && this.#pages.port === port) return this.#send(request, response, port, false);
    send(request, response, away(request.url ?? "/"));
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
