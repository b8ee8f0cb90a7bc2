import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { AppError } from "@/lib/errors/app-error";
import { Writer } from "@/lib/ingest/writer";
import type { Store } from "@/lib/store/connection/client";
import { project } from "@/lib/store/projections/project";
import { Projector } from "@/lib/store/projections/projector";
import { type ImportedDelivery, importDeliveries } from "./import-deliveries";
import { type FileLine, type FilePlace, fileStart } from "./read-lines";

/** Progress of an import. Counts are of events, except for `unreadable`, which counts lines. */
export interface ImportReport {
  accepted: number;
  duplicates: number;
  quarantined: number;
  /** Not stored, because they were erased before. */
  erased: number;
  unreadable: number;
  /** Everything before it is stored. */
  next: FilePlace;
}

/** A line of which something could not be stored as an event. */
export interface ImportFault {
  line: number;
  reason: string;
  /** The quarantined delivery; null if nothing is kept. */
  deliveryId: bigint | null;
}

export interface ImportOptions {
  secrets: readonly string[];
  /** Aborted to stop after the current transaction. */
  signal: AbortSignal;
  onFault(fault: ImportFault): void;
  /** Called when a batch is durably stored. */
  onProgress(report: ImportReport): Promise<void>;
}

const maxDeliveries = 200;
const maxEvents = 2000;
const maxBytes = 4 * 1024 ** 2;
/** Long enough for the next attempt of a waiting server: otherwise the import would monopolize the database. */
const courtesyMs = 10;
/** No request waits for it, and sending a large delivery again would take as long. */
const patienceMs = 180_000;

/**
 * Stores lines (see `importDeliveries`) in the same way as the webhook, several deliveries per transaction, in order. Events
 * imported before are duplicates and change nothing. At the end everything is projected.
 *
 * @throws AppError database_busy if nothing could be stored for minutes
 */
export async function importAll(
  store: Store,
  lines: AsyncIterable<FileLine>,
  { secrets, signal, onFault, onProgress }: ImportOptions,
): Promise<ImportReport> {
  const projector = new Projector(store);
  const writer = new Writer(store, { patienceMs, onCommit: () => projector.wake() });
  const counts = { accepted: 0, duplicates: 0, quarantined: 0, erased: 0, unreadable: 0 };
  const report: ImportReport = { ...counts, next: fileStart };
  for await (const group of groups(importDeliveries(lines, secrets))) {
    await Promise.all(group.map((item) => importOne(writer, item, report, onFault)));
    report.next = group.at(-1)?.next ?? report.next;
    await onProgress(report);
    if (signal.aborted) break;
    await delay(courtesyMs);
  }
  await projector.end();
  if (!signal.aborted) await project(store);
  return report;
}

async function* groups(deliveries: AsyncIterable<ImportedDelivery>): AsyncGenerator<ImportedDelivery[]> {
  let group: ImportedDelivery[] = [];
  let events = 0;
  let bytes = 0;
  for await (const item of deliveries) {
    group.push(item);
    events += item.lines.length;
    if (item.ok) {
      events += item.delivery.events.length;
      bytes += item.delivery.body.byteLength;
    }
    if (group.length < maxDeliveries && events < maxEvents && bytes < maxBytes) continue;
    yield group;
    group = [];
    events = 0;
    bytes = 0;
  }
  if (group.length > 0) yield group;
}

async function importOne(
  writer: Writer,
  item: ImportedDelivery,
  report: ImportReport,
  onFault: (fault: ImportFault) => void,
): Promise<void> {
  const [line = 0] = item.lines;
  if (!item.ok) {
    report.unreadable += 1;
    onFault({ line, reason: item.reason, deliveryId: null });
    return;
  }
  const { stored, delivery } = await submit(writer, item.delivery);
  report.accepted += stored.accepted;
  report.duplicates += stored.duplicates;
  report.quarantined += stored.quarantined;
  report.erased += stored.erased;
  for (const { place, reason } of stored.quarantined === 0 ? [] : delivery.quarantined) {
    onFault({ line: item.lines[place] ?? line, reason, deliveryId: stored.id });
  }
  if (stored.verdict !== "quarantined" || delivery.quarantined.length > 0) return;
  report.unreadable += 1;
  onFault({ line, reason: delivery.reason ?? "Unreadable", deliveryId: stored.id });
}

async function submit(writer: Writer, delivery: Parameters<Writer["submit"]>[0]) {
  const outcome = await writer.submit(delivery);
  if (outcome.ok) return outcome;
  throw new AppError(
    "database_busy",
    "The database cannot store events at present. What was imported is kept. Run the same command to continue.",
  );
}
