import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { beginSpan, endSpan } from "./trace";

/** Starts a span for each page request of this process's servers. Omits the path, which contains a conversation's key. */
export function tracePages(): void {
  subscribe("http.server.request.start", (message) => {
    // Node documents the channel's message: https://nodejs.org/api/diagnostics_channel.html#http
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (/^\/(api|_next)\//.test(request.url ?? "")) return;
    const span = beginSpan("page");
    if (span !== null) response.once("close", () => endSpan(span, { status: response.statusCode }));
  });
}
