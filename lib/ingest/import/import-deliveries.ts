import { z } from "zod";
import { decodeBody } from "@/lib/ingest/body/decode-body";
import { prepareDelivery } from "@/lib/ingest/body/prepare-delivery";
import { isRecord } from "@/lib/json/is-record";
import { parseRaw } from "@/lib/json/parse-json";
import type { NewDelivery } from "@/lib/store/log/new-delivery";
import { now, parseTimestamp } from "@/lib/time/instant";
import type { FileLine, FilePlace } from "./read-lines";

/** A delivery made of lines, or why a line is unreadable. */
export type ImportedDelivery = {
  /** The line of each event; for a delivery's body, the line of the body. */
  lines: readonly number[];
  /** Where to continue after it. */
  next: FilePlace;
} & ({ ok: true; delivery: NewDelivery } | { ok: false; reason: string });

/** A line of the export (lib/api/schemas/event.ts, `eventWithRaw`): only what cannot be derived from `raw` is parsed. */
const exported = z.object({
  raw: z.string(),
  receivedAt: z.string().transform(parseTimestamp).catch(null),
  id: z.string().nullable().catch(null),
  deliveryId: z.string().nullable().catch(null),
  editedBy: z.string().max(320).nullable().catch(null),
});

type ExportedEvent = z.output<typeof exported>;

/** Lines of the export from one delivery. */
interface OpenDelivery {
  first: ExportedEvent;
  ids: Set<string | null>;
  texts: string[];
  lines: number[];
}

/**
 * Builds deliveries from lines, as the webhook does: from a delivery's body, an event in the platform's envelope, or a line of
 * the export. Consecutive lines of the export from one delivery become that delivery again, with its time, so that equal events
 * in it remain two. Other lines become quarantined deliveries; blank ones are skipped.
 *
 * @param secrets tokens that must not be stored
 */
export async function* importDeliveries(
  lines: AsyncIterable<FileLine>,
  secrets: readonly string[],
): AsyncGenerator<ImportedDelivery> {
  let open: OpenDelivery | null = null;
  let next: FilePlace = { line: 1, offset: 0 };
  for await (const line of lines) {
    const reading = readLine(line, secrets);
    if (open !== null && !(reading.kind === "exported" && belongsTo(open, reading.event))) {
      yield { ok: true, delivery: deliveryAgain(open, secrets), lines: open.lines, next };
      open = null;
    }
    next = { line: line.number + 1, offset: line.end };
    if (reading.kind === "exported") {
      open ??= { first: reading.event, ids: new Set(), texts: [], lines: [] };
      open.ids.add(reading.event.id);
      open.texts.push(reading.event.raw);
      open.lines.push(line.number);
    } else if (reading.kind === "delivery") {
      yield { ok: true, delivery: reading.delivery, lines: [line.number], next };
    } else if (reading.kind === "unusable") {
      yield { ok: false, reason: reading.reason, lines: [line.number], next };
    }
  }
  if (open !== null) yield { ok: true, delivery: deliveryAgain(open, secrets), lines: open.lines, next };
}

type LineReading =
  | { kind: "blank" }
  | { kind: "unusable"; reason: string }
  | { kind: "delivery"; delivery: NewDelivery }
  | { kind: "exported"; event: ExportedEvent };

function readLine({ bytes }: FileLine, secrets: readonly string[]): LineReading {
  if (bytes === null) return { kind: "unusable", reason: "The line is too long" };
  const decoded = decodeBody(bytes);
  if (decoded.ok && decoded.value === undefined) return { kind: "blank" };
  const value = decoded.ok && isRecord(decoded.value) ? decoded.value : {};
  if (!("events" in value) && !("event" in value)) {
    const event = exported.safeParse(value);
    if (event.success && isJson(event.data.raw)) return { kind: "exported", event: event.data };
  }
  const delivery = prepare(bytes, now(), secrets);
  return delivery.verdict === "test" ? { kind: "unusable", reason: "No events" } : { kind: "delivery", delivery };
}

function belongsTo({ first, ids }: OpenDelivery, { deliveryId, receivedAt, editedBy, id }: ExportedEvent): boolean {
  // Importing the same export again is another delivery.
  const isSame = deliveryId === first.deliveryId && receivedAt === first.receivedAt && editedBy === first.editedBy;
  return deliveryId !== null && isSame && !ids.has(id);
}

function deliveryAgain({ first, texts }: OpenDelivery, secrets: readonly string[]): NewDelivery {
  const delivery = prepare(Buffer.from(`{"events":[${texts.join(",")}]}`), first.receivedAt ?? now(), secrets);
  return first.editedBy === null ? delivery : { ...delivery, editedBy: first.editedBy };
}

function prepare(body: Uint8Array, receivedAt: bigint, secrets: readonly string[]): NewDelivery {
  return prepareDelivery(body, {
    receivedAt,
    source: "import",
    tokenPlace: null,
    contentType: "application/json",
    secrets,
  });
}

function isJson(text: string): boolean {
  try {
    parseRaw(text);
    return true;
  } catch {
    return false;
  }
}
