import type { WebhookReply } from "@/lib/ingest/webhook-call";

/** The webhook's response to methods other than POST. */
export function answerWithoutDelivery(method: string): Omit<WebhookReply, "stored" | "refusal"> {
  const headers = { "content-type": "text/plain; charset=utf-8" };
  if (method === "GET" || method === "HEAD") {
    const body = "This is Playhead's webhook. Support Hunt sends its events here, by POST.\n";
    return { status: 200, headers, body };
  }
  return { status: 405, headers: { ...headers, allow: "GET, HEAD, POST" }, body: "The webhook takes POST.\n" };
}
