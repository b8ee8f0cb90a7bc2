import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { env } from "@/lib/env/env";
import { securityHeaders } from "@/lib/http/security-headers";
import { Lane } from "@/lib/ingest/lane";

/** A response of the door itself. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** How long a connection stays open after a response before the end of the request, so that the sender receives it. */
const lingerMs = 250;
/** Each may hold about 100 kB of unread data. */
const lingering = new Lane(64);

/** Sends a response. The rest of an unwanted body is not read: the connection is closed. */
export function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Reply): void {
  const length = Buffer.byteLength(body);
  const isUnread = !request.complete && status !== 200;
  const own = { "content-length": length, ...(isUnread && { connection: "close" }) };
  response.writeHead(status, { ...headers, ...own });
  const text = request.method === "HEAD" ? "" : body;
  if (!isUnread) return void response.end(text);
  response.write(text);
  const leave = lingering.enter(() => response.end());
  setTimeout(() => {
    leave();
    response.end();
  }, lingerMs).unref();
}

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(value) };
}

export function text(status: number, body: string, headers: Record<string, string> = {}): Reply {
  return { status, headers: { "content-type": "text/plain; charset=utf-8", ...headers }, body };
}

/** Responds to a request that is not HTTP, or took too long to arrive. Node's default response has no headers. */
export function badRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const status = statuses[error.code ?? ""] ?? "400 Bad Request";
  const headers = Object.entries({ ...securityHeaders(env().appUrl), "content-length": "0", connection: "close" });
  socket.end(`HTTP/1.1 ${status}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`);
}

const statuses: Record<string, string> = {
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
};
