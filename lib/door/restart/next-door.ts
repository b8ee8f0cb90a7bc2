import "server-only";
import { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse, request as sendRequest } from "node:http";
import { text } from "node:stream/consumers";
import { createProxyServer } from "httpxy";
import { busy, type WebhookCall, type WebhookReply } from "@/lib/ingest/webhook-call";
import { away } from "../away";
import { send } from "../reply";

/** The process that has taken over, as seen from the previous one, which forwards requests on its remaining connections. */
export class NextDoor {
  readonly #target: { host: string; port: number };
  readonly #proxy = createProxyServer();

  /** @param host the address on which both listen */
  constructor(host: string, port: number) {
    this.#target = { host: reachable[host] ?? host, port };
    this.#proxy.on("proxyRes", ({ headers }) => {
      // Each connection here ends with its next response.
      headers.connection = "close";
      delete headers["keep-alive"];
    });
  }

  /** Forwards a completely received delivery, whether or not its sender is still connected. */
  async deliver({ body, notUnpacked }: WebhookCall, { url, headers }: IncomingMessage): Promise<WebhookReply> {
    try {
      const own = { ...withoutFraming(headers, notUnpacked === null), "content-length": body.byteLength };
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        const options = { ...this.#target, path: url, method: "POST", headers: own, agent: false };
        sendRequest(options, resolve).once("error", reject).end(body);
      });
      const passedHeaders = Object.entries(answer.headers).filter(
        ([name]) => name === "content-type" || name === "retry-after",
      );
      return {
        status: answer.statusCode ?? 502,
        headers: Object.fromEntries(passedHeaders.map(([name, value]) => [name, String(value)])),
        body: await text(answer),
        // The next process counts it.
        stored: null,
        refusal: null,
      };
    } catch {
      return busy({ reason: "The process that has taken over does not answer" });
    }
  }

  /** Proxies any other request. */
  async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.#proxy.web(request, response, { target: this.#target });
    } catch {
      if (!response.headersSent && !response.destroyed) send(request, response, away(request.url ?? "/"));
    }
  }
}

/** Loopback addresses to use for wildcard addresses. */
const reachable: Record<string, string> = { "0.0.0.0": "127.0.0.1", "::": "::1" };

/** Headers without those of the connection and of the body's encoding. */
function withoutFraming(headers: IncomingHttpHeaders, isUnpacked: boolean): IncomingHttpHeaders {
  const { connection, expect, te, trailer, upgrade, "keep-alive": _, "transfer-encoding": __, ...rest } = headers;
  if (isUnpacked) delete rest["content-encoding"];
  return rest;
}
