import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { store } from "@/lib/store/connection/client";
import { type Cut, listMatching, readCut } from "@/lib/store/lists/list-matching";
import { toEvent } from "@/lib/store/log/read-log";
import { readLogs } from "@/lib/store/reads/read-logs";

/** Parsing an event takes tens of microseconds: with this many, other work in this process waits a millisecond or two. */
const eventsOfPiece = 25;

/**
 * Every event of the matching conversations, one line of JSON each (lib/api/schemas/event.ts, `eventWithRaw`): one conversation
 * after another, each in timeline order. Yields chunks of whole lines; `npm run import` restores the same state from them.
 */
export async function exportEvents(_viewer: Viewer, filters: ConversationFilters): Promise<AsyncGenerator<string>> {
  return lines(filters, await readCut(store()));
}

async function* lines(filters: ConversationFilters, cut: Cut): AsyncGenerator<string> {
  for await (const conversations of listMatching(store(), filters, cut)) {
    for await (const entries of readLogs(store(), conversations, cut.eventId)) {
      for (let start = 0; start < entries.length; start += eventsOfPiece) {
        const part = entries.slice(start, start + eventsOfPiece);
        yield part.map((entry) => `${JSON.stringify({ ...toEvent(entry), raw: entry.raw })}\n`).join("");
      }
    }
  }
}
