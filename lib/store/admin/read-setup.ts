import "server-only";
import { type Access, isEverything } from "@/lib/access/scope";
import type { Store } from "@/lib/store/connection/client";
import { whereInScope } from "@/lib/store/reads/in-scope";

/** What has arrived so far, for the webhook's set-up page; of conversations, only those in the viewer's scope. */
export async function readSetup({ reader }: Store, access: Access) {
  const [lastTest, firstConversation, eventCount] = await Promise.all([
    reader.delivery.findFirst({
      where: { verdict: "test", resolution: "none" },
      select: { receivedAt: true, tokenPlace: true },
      orderBy: { id: "desc" },
    }),
    reader.conversation.findFirst({
      where: whereInScope(access),
      select: { key: true },
      orderBy: { id: "asc" },
    }),
    isEverything(access.scope)
      ? reader.event.count()
      : reader.conversation
          .aggregate({ where: whereInScope(access), _sum: { eventCount: true } })
          .then(({ _sum }) => _sum.eventCount ?? 0),
  ]);
  return { lastTest, firstConversationKey: firstConversation?.key ?? null, eventCount };
}
