import { readdirSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";

type Handler = (request: Request, context: unknown) => Promise<Response>;

const folder = "app/api/v1";

/** The routes of `/api/v1` by their folders: `conversations/[key]`. As in Next, static segments go before dynamic ones. */
export const routes: readonly string[] = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("/route.ts"))
  .map((file) => file.slice(0, -"/route.ts".length))
  .sort((one, other) => (one.replaceAll("[", "\uffff") < other.replaceAll("[", "\uffff") ? -1 : 1));

/** The handlers of a route by method. */
export async function handlersOf(route: string): Promise<Partial<Record<string, Handler>>> {
  return import(/* @vite-ignore */ `${process.cwd()}/${folder}/${route}/route.ts`);
}

/** The route that Next would match for a path. */
export function routeOf(pathname: string): string | undefined {
  const parts = pathname.split("/").slice(3);
  return routes.find((route) => {
    const names = route.split("/");
    return names.length === parts.length && names.every((name, place) => name.startsWith("[") || name === parts[place]);
  });
}

/** Starts an HTTP server with the routes of `/api/v1`, without Next. */
export async function serveRoutes(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(async (received, response) => {
    const left = new AbortController();
    response.once("close", () => left.abort());
    const request = requestOf(received, left.signal);
    const answer = await answerTo(request);
    response.writeHead(answer.status, [...answer.headers].flat());
    if (answer.body === null) return response.end();
    // The stream types of Node and the browser differ in name only.
    Readable.fromWeb(answer.body as ReadableStream<Uint8Array>)
      .on("error", () => response.destroy())
      .pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // It listens on a port, not on a path.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function requestOf(received: IncomingMessage, signal: AbortSignal): Request {
  const { method = "GET", headers, url = "/" } = received;
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(`http://${headers.host}${url}`, {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    signal,
    ...(hasBody ? { body: Readable.toWeb(received) as RequestInit["body"], duplex: "half" } : {}),
  } as RequestInit);
}

async function answerTo(request: Request): Promise<Response> {
  const route = routeOf(new URL(request.url).pathname);
  const handle = route === undefined ? undefined : (await handlersOf(route))[request.method];
  return (await handle?.(request, undefined)) ?? new Response(null, { status: 404 });
}
