import "server-only";
import { Agent, type IncomingMessage, type ServerResponse } from "node:http";
import { createProxyServer } from "httpxy";
import { mostBodyBytes } from "@/lib/http/most-body-bytes";
import { Lane } from "@/lib/ingest/lane";
import { addressOf } from "./address-of";
import { away } from "./away";
import type { Pages } from "./pages";
import { json, send } from "./reply";
import { StrangersTurns } from "./strangers-turns";

/** How long a request waits for the first start of the page server. */
const maxStartMs = 60_000;
/** Maximum number of requests with unread bodies: slow senders are disconnected first. */
const maxUnread = 128;

/** Proxies requests and responses to the page server as streams, without buffering. */
export class PagesProxy {
  readonly #pages: Pages;
  readonly #proxy = createProxyServer({ agent: new Agent({ keepAlive: true, maxFreeSockets: 64 }) });
  readonly #unread = new Lane(maxUnread);
  readonly #strangers = new StrangersTurns();
  /** Functions that end the turn of a request without a session. */
  readonly #turns = new WeakMap<ServerResponse, () => void>();
  readonly #streams = new Set<ServerResponse>();
  #isStopping = false;

  constructor(pages: Pages) {
    this.#pages = pages;
    this.#proxy.on("proxyRes", (answer, _request, response) => {
      this.#turns.get(response)?.();
      // Hop-by-hop headers. The proxy would replace the door's own.
      if (response.getHeader("connection") === "close") answer.headers.connection = "close";
      else delete answer.headers.connection;
      delete answer.headers["keep-alive"];
      if (answer.headers["content-type"]?.startsWith("text/event-stream") !== true) return;
      this.#streams.add(response);
      response.once("close", () => this.#streams.delete(response));
      // The first event may take long.
      setImmediate(() => response.flushHeaders());
    });
  }

  async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (isTooLarge(request)) return send(request, response, tooLarge);
    if (this.#pages.port === null) await Promise.race([this.#pages.untilStarted(), pause(maxStartMs)]);
    if (isStrangers(request) && !(await this.#takeTurn(request, response))) return;
    if (response.destroyed) return;
    const { port } = this.#pages;
    if (port === null || this.#isStopping) return send(request, response, away(request.url ?? "/"));
    const leave = this.#unread.enter(() => request.complete || request.destroy());
    request.once("close", leave);
    request.once("end", leave);
    await this.#send(request, response, port, request.method === "GET" || request.method === "HEAD");
  }

  /** Ends endless streams: browsers reconnect. */
  endStreams(): void {
    this.#isStopping = true;
    for (const response of this.#streams) response.destroy();
  }

  /** Takes a turn for a request without a session, which ends when the response starts. Resolves with false if it is rejected. */
  async #takeTurn(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { headers } = request;
    // Programs with an API token may send many requests at once.
    const limit = headers.authorization === undefined ? undefined : Number.POSITIVE_INFINITY;
    const end = await this.#strangers.take(addressOf(headers), limit);
    if (end === null) send(request, response, tooMany);
    else if (response.destroyed) end();
    else {
      response.once("close", end);
      this.#turns.set(response, end);
    }
    return end !== null;
  }

  async #send(request: IncomingMessage, response: ServerResponse, port: number, mayRepeat: boolean): Promise<void> {
    const isAnswered = await new Promise<boolean>((resolve) => {
      const failed = () => resolve(false);
      response.once("close", () => resolve(true));
      const target = { host: "127.0.0.1", port };
      this.#proxy.web(request, response, { target }).catch(failed);
    });
    if (isAnswered || response.destroyed || response.headersSent) return;
    // A kept connection may have been closed at that moment.
    if (mayRepeat && this.#pages.port === port) return this.#send(request, response, port, false);
    send(request, response, away(request.url ?? "/"));
  }
}

/** Whether it has no session, or requests one. */
function isStrangers({ url = "/", headers }: IncomingMessage): boolean {
  return headers.cookie === undefined || /^\/api\/auth\/(sign-in|first-account)\b/.test(url);
}

/** Requests without a session have small bodies; the validity of an API token is not known here. */
function isTooLarge({ url = "/", headers }: IncomingMessage): boolean {
  const showsSomething = headers.cookie !== undefined || headers.authorization !== undefined;
  const mayBeLong = showsSomething && !url.startsWith("/api/auth/");
  return !mayBeLong && Number(headers["content-length"] ?? 0) > mostBodyBytes;
}

const uncached = { "cache-control": "no-store" };
const tooLarge = json(
  413,
  { error: `The body is larger than ${mostBodyBytes / 1024} kB.`, code: "too_large" },
  uncached,
);
const tooMany = json(
  429,
  { error: "Too many requests come from your address at the same time. Try again soon.", code: "too_many_attempts" },
  { ...uncached, "retry-after": "1" },
);

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
