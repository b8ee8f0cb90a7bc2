import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { bytesPart, type Columns, columnList, jsonRows } from "@/lib/store/connection/json-rows";
import type { Statements } from "@/lib/store/connection/statements";
import { shorten } from "@/lib/store/reads/shorten";
import { toShortForm } from "./delivery-texts";
import type { StorableDelivery, StoredDelivery } from "./new-delivery";

const deliveryColumns = {
  id: "bigint",
  receivedAt: "bigint",
  source: "text",
  verdict: "text",
  reason: "text",
  position: "integer",
  tokenPlace: "text",
  contentType: "text",
  size: "integer",
  accepted: "integer",
  duplicates: "integer",
  quarantined: "integer",
  erased: "integer",
  durationUs: "integer",
  resolution: "text",
  reprocessOf: "bigint",
  firstEventId: "bigint",
  madeBy: "text",
  editedBy: "text",
} satisfies Columns;

const bodyColumns = { id: "bigint", bodyAt: "integer", bodySize: "integer", headers: "text" } satisfies Columns;

/** Inserts deliveries, each with its bytes and its final counts. Their events' ids follow `lastEventId`. */
export async function saveDeliveries(
  transaction: Statements,
  dialect: Dialect,
  deliveries: readonly StorableDelivery[],
  stored: readonly StoredDelivery[],
  lastEventId: bigint,
): Promise<void> {
  const nowUs = BigInt(Date.now()) * 1000n;
  let bodyAt = 1;
  let nextEventId = lastEventId + 1n;
  const rows = deliveries.map((delivery, place) => {
    const { id = 0n, accepted = 0, duplicates = 0, quarantined = 0 } = stored[place] ?? {};
    const bodySize = delivery.body?.byteLength ?? null;
    const start = bodyAt;
    bodyAt += bodySize ?? 0;
    const firstEventId = nextEventId;
    nextEventId += BigInt(delivery.events.length);
    return {
      id,
      receivedAt: delivery.receivedAt,
      source: delivery.source,
      verdict: delivery.verdict,
      reason: delivery.reason,
      position: delivery.position,
      tokenPlace: toShortForm(delivery.tokenPlace),
      contentType: delivery.contentType === null ? null : toShortForm(shorten(delivery.contentType)),
      size: delivery.size,
      accepted,
      duplicates,
      quarantined,
      erased: delivery.erased,
      // Imported deliveries keep their original time of arrival.
      durationUs:
        delivery.source === "import"
          ? 0
          : Number(nowUs > delivery.receivedAt ? nowUs - delivery.receivedAt : 0n) % 2 ** 31,
      resolution: delivery.verdict === "quarantined" || delivery.verdict === "partial" ? "open" : "none",
      reprocessOf: delivery.reprocessOf ?? null,
      madeBy: delivery.madeBy ?? null,
      editedBy: delivery.editedBy ?? null,
      firstEventId: delivery.events.length === 0 ? null : firstEventId,
      bodyAt: start,
      bodySize,
      headers: headersText(delivery),
    };
  });
  const bodies = Buffer.concat(deliveries.flatMap(({ body }) => body ?? []));
  await transaction.$executeRaw`
    INSERT INTO "Delivery" (${columnList(deliveryColumns)})
    SELECT ${columnList(deliveryColumns)} FROM ${jsonRows(dialect, deliveryColumns, rows)}`;
  await transaction.$executeRaw`
    INSERT INTO "DeliveryBody" ("id", "bytes", "headers")
    SELECT "id", ${bytesPart(dialect, bodies, '"bodyAt"', '"bodySize"')}, "headers"
    FROM ${jsonRows(
      dialect,
      bodyColumns,
      rows.filter(({ bodySize }) => bodySize !== null),
    )}`;
}

function headersText({ headers = {} }: StorableDelivery): string | null {
  return Object.keys(headers).length === 0 ? null : JSON.stringify(headers);
}

const quarantineColumns = {
  id: "bigint",
  deliveryId: "bigint",
  place: "integer",
  raw: "text",
  reason: "text",
  position: "integer",
} satisfies Columns;

/** Inserts the events that could not be stored as events, each with its exact text. */
export async function saveQuarantined(
  transaction: Statements,
  dialect: Dialect,
  deliveries: readonly StorableDelivery[],
  stored: readonly StoredDelivery[],
  lastId: bigint,
): Promise<void> {
  let id = lastId;
  const rows = deliveries.flatMap(({ quarantined }, delivery) =>
    quarantined.map(({ place, raw, reason, position }) => {
      id += 1n;
      return { id, deliveryId: stored[delivery]?.id ?? 0n, place, raw, reason, position };
    }),
  );
  if (rows.length === 0) return;
  await transaction.$executeRaw`
    INSERT INTO "QuarantinedEvent" (${columnList(quarantineColumns)})
    SELECT ${columnList(quarantineColumns)} FROM ${jsonRows(dialect, quarantineColumns, rows)}`;
}
