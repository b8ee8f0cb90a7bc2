import "server-only";
import type { Store } from "@/lib/store/connection/client";

const most = 1000;

/** Unfamiliar parts of events, latest first, each with its last event if it still exists (`readStoredEvents`). */
export async function listUnfamiliar({ reader }: Store) {
  const rows = await reader.unfamiliar.findMany({ orderBy: { lastSeenAt: "desc" }, take: most + 1 });
  const shown = rows.slice(0, most);
  const events = await reader.event.findMany({
    where: { id: { in: [...new Set(shown.map(({ lastEventId }) => lastEventId))] } },
    select: { id: true, conversationId: true },
  });
  const conversations = await reader.conversation.findMany({
    where: { id: { in: [...new Set(events.map(({ conversationId }) => conversationId))] } },
    select: { id: true, key: true },
  });
  const keys = new Map(conversations.map(({ id, key }) => [id, key]));
  const examples = new Map(
    events.map(({ id, conversationId }) => [id, { id, conversationKey: keys.get(conversationId) }]),
  );
  return {
    rows: shown.map((row) => ({ ...row, example: examples.get(row.lastEventId) ?? null })),
    isComplete: rows.length <= most,
  };
}
