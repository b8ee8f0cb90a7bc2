import "server-only";
import type { UnfamiliarReport } from "@/lib/api/schemas/unfamiliar";
import { requireWholeScope } from "@/lib/auth/require-whole-scope";
import type { Viewer } from "@/lib/auth/viewer";
import { unknownEnvelopeFields } from "@/lib/event-types/unfamiliar/known-fields";
import { type Unfamiliar, unfamiliarIn } from "@/lib/event-types/unfamiliar/unfamiliar";
import { deliveriesFirst } from "@/lib/ingest/deliveries-first";
import { parseRaw } from "@/lib/json/parse-json";
import { store } from "@/lib/store/connection/client";
import { toEvent } from "@/lib/store/log/read-log";
import { listUnfamiliar } from "@/lib/store/reads/list-unfamiliar";
import { readStoredEvents } from "@/lib/store/reads/read-hits";
import { toIso } from "@/lib/time/instant";

type Row = Awaited<ReturnType<typeof listUnfamiliar>>["rows"][number];

/**
 * Undocumented data from the sender, excluding what this version can parse. Counts are of all conversations, so a scoped viewer gets
 * none of it.
 *
 * @throws AppError forbidden if the viewer has a scope
 */
export async function unfamiliarReport(viewer: Viewer): Promise<UnfamiliarReport> {
  requireWholeScope(viewer);
  const { rows, isComplete } = await listUnfamiliar(store());
  const ofExample = Map.groupBy(rows, ({ example }) => example?.id ?? null);
  const kept = new Set(ofExample.get(null));
  const ids = [...ofExample.keys()].filter((id) => id !== null);
  for await (const examples of readStoredEvents(store(), ids)) {
    for (const entry of examples) {
      const found = unfamiliarIn(toEvent(entry), unknownEnvelopeFields(parseRaw(entry.raw)));
      for (const row of ofExample.get(entry.id) ?? []) if (found.some((one) => isSame(one, row))) kept.add(row);
      await deliveriesFirst();
    }
  }
  return { data: rows.filter((row) => kept.has(row)).map(lineOf), complete: isComplete };
}

function isSame(found: Unfamiliar, { kind, type, messageType, path }: Row): boolean {
  return found.kind === kind && found.type === type && found.messageType === messageType && found.path === path;
}

function lineOf(row: Row): UnfamiliarReport["data"][number] {
  const { example } = row;
  return {
    // The table contains only these.
    kind: row.kind as UnfamiliarReport["data"][number]["kind"],
    type: row.type || null,
    messageType: row.messageType || null,
    path: row.path || null,
    events: Number(row.eventCount),
    firstSeenAt: toIso(row.firstSeenAt),
    lastSeenAt: toIso(row.lastSeenAt),
    example:
      example?.conversationKey === undefined
        ? null
        : { eventId: String(example.id), conversationKey: example.conversationKey },
  };
}
