import { receive } from "@/lib/ingest/receive";

export const dynamic = "force-dynamic";

/** The address to register at Support Hunt: contract.md, "The webhook". Nothing optional runs before the answer. */
export async function POST(request: Request): Promise<Response> {
  const { headers, url, body } = request;
  const reply = await receive({ headers, query: url.includes("?") ? new URL(url).searchParams : null, body });
  return new Response(reply.body, { status: reply.status, headers: reply.headers });
}

export function GET(): Response {
  return text(200, "This is Playhead's webhook. Support Hunt sends its events here, by POST.\n");
}

export function HEAD(): Response {
  return text(200, null);
}

export { notAllowed as DELETE, notAllowed as OPTIONS, notAllowed as PATCH, notAllowed as PUT };

function notAllowed(): Response {
  return text(405, "The webhook takes POST.\n", { allow: "GET, HEAD, POST" });
}

function text(status: number, body: string | null, headers?: Record<string, string>): Response {
  return new Response(body, { status, headers: { "content-type": "text/plain; charset=utf-8", ...headers } });
}
