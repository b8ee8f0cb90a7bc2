import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { beginRequest } from "@/lib/log/request-id";
import { clientAddress } from "./client-address";
import { securityHeaders } from "./security-headers";
import type { TrustedProxies } from "./trusted-proxies";

interface Options {
  appUrl: string;
  trustedProxies: TrustedProxies;
}

/**
 * Prepares every request of this process's HTTP servers before Next handles it. Sets `X-Forwarded-For` to the client's address,
 * which is derived from the socket. Assigns a request id, which is in the response and in log lines. Sets the security headers
 * first, so that Next's own error responses have them too.
 */
export function prepareRequests({ appUrl, trustedProxies }: Options): void {
  const headers = Object.entries(securityHeaders(appUrl));
  subscribe("http.server.request.start", (message) => {
    // Node documents the channel's message: https://nodejs.org/api/diagnostics_channel.html#http
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const forwardedFor = request.headers["x-forwarded-for"];
    const claimed = Array.isArray(forwardedFor) ? forwardedFor.join(",") : forwardedFor;
    const address = clientAddress(request.socket.remoteAddress, claimed, trustedProxies);
    if (address === null) delete request.headers["x-forwarded-for"];
    else request.headers["x-forwarded-for"] = address;
    for (const [name, value] of headers) response.setHeader(name, value);
    const id = beginRequest(request.headers["x-request-id"]);
    request.headers["x-request-id"] = id;
    response.setHeader("X-Request-Id", id);
  });
}
