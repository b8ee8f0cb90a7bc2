import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { buildInfo } from "@/lib/env/build-info";
import { answerWithoutDelivery } from "@/lib/ingest/body/without-delivery";
import type { Intake } from "@/lib/ingest/intake";
import { receive } from "@/lib/ingest/receive";
import type { Readiness } from "@/lib/store/connection/readiness";
import { away } from "./away";
import type { Connections } from "./connections";
import type { PagesProxy } from "./pages-proxy";
import { json, type Reply, send, text } from "./reply";
import type { Succession } from "./restart/succession";

interface Options {
  intakeFor(request: IncomingMessage): Intake;
  readiness(): Promise<Readiness>;
  metrics(request: IncomingMessage): Promise<Reply>;
  /** Null without a page server. */
  proxy: PagesProxy | null;
  connections: Connections;
  succession: Succession;
}

/**
 * Handles a request: the door answers a few paths itself and proxies all others. Ignores redundant slashes in the webhook's path,
 * which Next would redirect.
 */
export function answerRequest({ intakeFor, readiness, metrics, proxy, connections, succession }: Options) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = "GET" } = request;
    const url = originForm(request.url ?? "/");
    request.url = url;
    const end = url.indexOf("?");
    const path = end === -1 ? url : url.slice(0, end);
    const reply = (answer: Reply) => send(request, response, answer);
    if (method === "TRACE") return reply(text(405, "TRACE is not supported.\n", { allow: "GET, HEAD, POST" }));
    if (!isWellFormed(path)) return reply(text(400, "The URL path contains an invalid % escape.\n"));
    if (succession.nextDoor !== null) return succession.nextDoor.pass(request, response);
    const known = path.replaceAll(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
    switch (known) {
      case "/api/webhook": {
        if (method !== "POST") return reply(answerWithoutDelivery(method));
        const query = end === -1 ? null : new URLSearchParams(url.slice(end));
        const header = (name: string) => headerOf(request, name);
        const answer = await receive({ header, query, body: request }, intakeFor(request));
        if (answer.stored !== null) connections.trust(request.socket);
        return reply(answer);
      }
      case "/api/health":
        if (!isRead(method)) return reply(notAllowed);
        return reply(json(200, { status: "ok", ...buildInfo() }, uncached));
    }
    const next = await succession.next;
    if (next) return next.pass(request, response);
    switch (known) {
      case "/api/ready":
        if (!isRead(method)) return reply(notAllowed);
        return reply(readyReply(await readiness()));
      case "/api/metrics":
        return reply(isRead(method) ? await metrics(request) : notAllowed);
    }
    if (proxy === null) return reply(away(path));
    return proxy.pass(request, response);
  };
}

/** Removes scheme and host, which a forward proxy may send (RFC 9112 §3.2.2). */
function originForm(target: string): string {
  const own = target.replace(/^https?:\/\/[^/?]*/i, "");
  return own.startsWith("/") || own === "*" ? own : `/${own}`;
}

const uncached = { "cache-control": "no-store" };
const notAllowed = text(405, "Method not allowed. Use GET.\n", { allow: "GET, HEAD" });

function readyReply(state: Readiness): Reply {
  if (state.ok) return json(200, { status: "ready" }, uncached);
  return json(503, { status: "not ready", reason: state.reason }, { ...uncached, "retry-after": "2" });
}

function isRead(method: string): boolean {
  return method === "GET" || method === "HEAD";
}

/** Joins several headers of one name, as `Headers` does. */
function headerOf({ headers }: IncomingMessage, name: string): string | null {
  const value = headers[name];
  return Array.isArray(value) ? value.join(", ") : (value ?? null);
}

function isWellFormed(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
