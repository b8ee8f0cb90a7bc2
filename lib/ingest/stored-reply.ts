import type { StoredDelivery } from "@/lib/store/log/new-delivery";
import { jsonReply, type WebhookReply } from "./webhook-call";

/** What the webhook answers once a delivery is stored: contract.md, "The webhook". */
export function storedReply(
  { id, verdict, reason, accepted, duplicates, quarantined, erased }: StoredDelivery,
  token: string,
  format: "json" | "text",
): Omit<WebhookReply, "stored" | "refusal"> {
  if (verdict === "quarantined") {
    return jsonReply(400, { error: reason ?? "The delivery cannot be read", delivery: String(id) });
  }
  if (format === "text") return { status: 200, headers: { "content-type": "text/plain; charset=utf-8" }, body: token };
  if (verdict === "test") return jsonReply(200, { token });
  return jsonReply(200, { token, accepted, duplicates, quarantined, ...(erased > 0 && { erased }) });
}
