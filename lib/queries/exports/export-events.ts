import "server-only";
import { can } from "@/lib/access/permissions";
import type { Access } from "@/lib/access/scope";
import type { Viewer } from "@/lib/auth/viewer";
import type { Event } from "@/lib/events/event";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { eventSeen } from "@/lib/queries/lists/seen";
import { store } from "@/lib/store/connection/client";
import { type Cut, listMatching, readCut } from "@/lib/store/lists/list-matching";
import { requireShown } from "@/lib/store/lists/personal-parameters";
import type { LogEntry } from "@/lib/store/reads/read-entries";
import { readLogs } from "@/lib/store/reads/read-logs";
import { type Masks, readMasks } from "@/lib/store/reads/read-masks";

/** Parsing an event takes tens of microseconds: with this many, other work in this process waits a millisecond or two. */
const eventsOfPiece = 25;

/**
 * Every event of the matching conversations, one line of JSON each (lib/api/schemas/event.ts, `eventWithRaw`): one conversation
 * after another, each in timeline order. Yields chunks of whole lines; `npm run import` restores the same state from them.
 */
export async function exportEvents(viewer: Viewer, filters: ConversationFilters): Promise<AsyncGenerator<string>> {
  await requireShown(store(), viewer, { filters });
  return lines(viewer, filters, await readCut(store()));
}

async function* lines(access: Access, filters: ConversationFilters, cut: Cut): AsyncGenerator<string> {
  for await (const conversations of listMatching(store(), access, filters, cut)) {
    const ids = conversations.map(({ id }) => id);
    const masks = await readMasks(store(), access, ids);
    for await (const entries of readLogs(store(), conversations, cut.eventId)) {
      for (let start = 0; start < entries.length; start += eventsOfPiece) {
        const part = entries.slice(start, start + eventsOfPiece);
        yield part.map((entry) => `${JSON.stringify(exported(access, entry, masks))}\n`).join("");
      }
    }
  }
}

/** The exact text requires the permission `raw`; a masked viewer's event has none. */
function exported(access: Access, entry: LogEntry, masks: Masks | null): Event & { raw: string | null } {
  return { ...eventSeen(entry, masks), raw: masks === null && can(access, "raw") ? entry.raw : null };
}
