import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { beginSpan, endSpan } from "./trace";

/** Begins a span for each page that this process's servers are asked for. Its address names a conversation, and is left out. */
export function tracePages(): void {
  subscribe("http.server.request.start", (message) => {
    // Node documents the channel's message: https://nodejs.org/api/diagnostics_channel.html#http
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (/^\/(api|_next)\//.test(request.url ?? "")) return;
    const span = beginSpan("page");
    if (span !== null) response.once("close", () => endSpan(span, { status: response.statusCode }));
  });
}
