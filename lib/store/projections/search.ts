import "server-only";
import { derivationVersions } from "@/lib/conversation/derivation-versions";
import type { Event } from "@/lib/events/event";
import { jsonRows } from "@/lib/store/connection/json-rows";
import { eventColumns, eventRow } from "@/lib/store/log/event-row";
import type { RebuildReport } from "@/lib/store/projections/rebuild/rebuild-report";
import { extendSearch } from "./extend-search";
import type { Batch, Projection, StoredEvent } from "./projection";

const { reading, folding, rows } = derivationVersions;

/**
 * The derived columns of events: their kinds, and their searchable texts. Appending writes them together with new events, since a
 * second write of each row would cost more than everything else; SQLite's text index is updated here.
 */
export const searchProjection: Projection = { name: "search", version: reading + folding + rows, apply };

async function apply({ transaction, store, events, changes, rebuild }: Batch): Promise<void> {
  if (rebuild === null) {
    if (store.dialect === "sqlite") await extendSearch(transaction, endOf(events, changes));
    return;
  }
  const changed = events.flatMap(({ id, event }) => {
    const stored = rebuild.rows.get(id);
    const row = eventRow(event);
    return stored === undefined || isSame(stored, row) ? [] : [{ stored, event, row: { id, ...row } }];
  });
  rebuild.report.events.done += events.length;
  for (const { stored, event } of changed) count(rebuild.report, stored, event);
  if (changed.length === 0) return;
  const columns = { id: "bigint", ...eventColumns } as const;
  const changedRows = changed.map(({ row }) => row);
  await transaction.$executeRaw`
    UPDATE "Event" SET "type" = r."type", "messageType" = r."messageType", "actorType" = r."actorType",
      "recognised" = r."recognised", "searchText" = r."searchText", "accentText" = r."accentText"
    FROM ${jsonRows(store.dialect, columns, changedRows)} WHERE "Event"."id" = r."id"`;
}

/** A conversation whose row comes later is indexed together with it. */
function endOf(events: Batch["events"], changes: Batch["changes"]): { event: bigint; conversation: bigint } {
  let conversation = 0n;
  for (const { id } of changes) if (id > conversation) conversation = id;
  return { event: events.at(-1)?.id ?? 0n, conversation };
}

function isSame(stored: StoredEvent, row: ReturnType<typeof eventRow>): boolean {
  return Object.entries(row).every(([name, value]) => stored[name as keyof typeof row] === value);
}

function count({ events, newKinds }: RebuildReport, stored: StoredEvent, event: Event): void {
  events.changed += 1;
  if (stored.recognised && !event.recognised) events.noLongerRecognised += 1;
  if (stored.recognised || !event.recognised) return;
  events.newlyRecognised += 1;
  const kind = event.messageType === null ? event.type : `${event.type} ${event.messageType}`;
  newKinds[kind] = (newKinds[kind] ?? 0) + 1;
}
