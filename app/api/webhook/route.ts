import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { answerWithoutDelivery } from "@/lib/ingest/body/without-delivery";
import { ingestion } from "@/lib/ingest/ingestion";
import { receive } from "@/lib/ingest/receive";

export const dynamic = "force-dynamic";

/** The webhook when Next runs without the door: contract.md, "The webhook". Nothing optional runs before the response. */
export async function POST({ headers, url, body }: Request): Promise<Response> {
  // Node's and the browser's stream types differ in name only.
  const stream = body === null ? null : Readable.fromWeb(body as ReadableStream<Uint8Array>);
  const query = url.includes("?") ? new URL(url).searchParams : null;
  const reply = await receive({ header: (name) => headers.get(name), query, body: stream }, ingestion());
  stream?.destroy();
  return new Response(reply.body, { status: reply.status, headers: reply.headers });
}

export function GET(): Response {
  return withoutDelivery("GET");
}

export function HEAD(): Response {
  return withoutDelivery("HEAD");
}

export { notAllowed as DELETE, notAllowed as OPTIONS, notAllowed as PATCH, notAllowed as PUT };

function notAllowed(): Response {
  return withoutDelivery("OTHER");
}

function withoutDelivery(method: string): Response {
  const { status, headers, body } = answerWithoutDelivery(method);
  return new Response(method === "HEAD" ? null : body, { status, headers });
}
