import "server-only";
import type { Store } from "@/lib/store/connection/client";

/** What has arrived so far, for the webhook's set-up page. */
export async function readSetup({ reader }: Store) {
  const [lastTest, firstConversation, eventCount] = await Promise.all([
    reader.delivery.findFirst({
      where: { verdict: "test", resolution: "none" },
      select: { receivedAt: true, tokenPlace: true },
      orderBy: { id: "desc" },
    }),
    reader.conversation.findFirst({ select: { key: true }, orderBy: { id: "asc" } }),
    reader.event.count(),
  ]);
  return { lastTest, firstConversationKey: firstConversation?.key ?? null, eventCount };
}
