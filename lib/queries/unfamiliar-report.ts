import "server-only";
import type { UnfamiliarReport } from "@/lib/api/unfamiliar";
import type { Viewer } from "@/lib/auth/viewer";
import { unknownEnvelopeFields } from "@/lib/events/known-fields";
import { parseRaw } from "@/lib/events/parse-json";
import { readEvent } from "@/lib/events/read-event";
import { unfamiliarIn } from "@/lib/events/unfamiliar";
import { store } from "@/lib/store/client";
import { listUnfamiliar } from "@/lib/store/list-unfamiliar";
import { toIso } from "@/lib/time/instant";

type Row = Awaited<ReturnType<typeof listUnfamiliar>>["rows"][number];

/** What the sender sends that nobody has described. What this version has learned to read since is left out. */
export async function unfamiliarReport(_viewer: Viewer): Promise<UnfamiliarReport> {
  const { rows, isComplete } = await listUnfamiliar(store());
  return { data: rows.filter(isStillUnfamiliar).map(lineOf), complete: isComplete };
}

function isStillUnfamiliar({ kind, type, messageType, path, example }: Row): boolean {
  if (example === null) return true;
  const { id, raw, receivedAt, deliveryId } = example;
  const event = readEvent({ id: String(id), raw, receivedAt: toIso(receivedAt), deliveryId: String(deliveryId) });
  return unfamiliarIn(event, unknownEnvelopeFields(parseRaw(raw))).some(
    (found) => found.kind === kind && found.type === type && found.messageType === messageType && found.path === path,
  );
}

function lineOf(row: Row): UnfamiliarReport["data"][number] {
  const { example } = row;
  return {
    // The table holds only these.
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
