import "server-only";
import { type DeliveryFilters, deliveryResolutions } from "@/lib/delivery-filters/delivery-filters";
import { readMoment } from "@/lib/filters/values/moment";
import { readSizeRange } from "@/lib/filters/values/range";
import { toShortForm } from "@/lib/store/log/delivery-texts";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** Deliveries with one verdict and resolution, which the index of non-accepted deliveries stores in list order. */
export interface Stretch {
  verdict: string;
  resolution: string;
}

/** The parts of the index that cover all deliveries matching `filters`; null if accepted ones can match. */
export function stretchesOf({ verdict, resolution, status }: DeliveryFilters): readonly Stretch[] | null {
  const isWanted = (one: Stretch) =>
    (verdict.length === 0 || verdict.includes(one.verdict)) &&
    (resolution.length === 0 || resolution.includes(one.resolution)) &&
    (status.length === 0 || status.includes(String(statusOf(one.verdict))));
  if (isWanted({ verdict: "accepted", resolution: "none" })) return null;
  return allStretches.filter(isWanted);
}

const allStretches: readonly Stretch[] = [
  { verdict: "test", resolution: "none" },
  ...["quarantined", "partial"].flatMap((verdict) =>
    deliveryResolutions.map((resolution) => ({ verdict, resolution })),
  ),
];

/** Repeats the condition of the partial index, without which the index is not used. */
export function openVerdicts({ verdict, resolution }: Stretch): Prisma.Sql {
  return Prisma.sql`(d."verdict" <> 'accepted' AND d."verdict" = ${verdict} AND d."resolution" = ${resolution})`;
}

/** The status code of the webhook's response. */
export function statusOf(verdict: string): 200 | 400 {
  return verdict === "quarantined" ? 400 : 200;
}

/** Whether reading a page costs no more than its rows. */
export function isIndexed({ type, tokenPlace, size, status, verdict, source }: DeliveryFilters): boolean {
  return size === null && [type, tokenPlace, status, verdict, source].every((values) => values.length === 0);
}

export function timeConditions({ from, to }: DeliveryFilters): Prisma.Sql[] {
  const first = from === null ? null : readMoment(from, "start");
  const last = to === null ? null : readMoment(to, "end");
  return [
    ...(first === null ? [] : [Prisma.sql`d."receivedAt" >= ${first}`]),
    ...(last === null ? [] : [Prisma.sql`d."receivedAt" <= ${last}`]),
  ];
}

/** The conditions of `filters` on a delivery `d`, except its time, texts, and the verdict if no accepted one can match. */
export function columnConditions(filters: DeliveryFilters): Prisma.Sql[] {
  const { source, status, verdict, tokenPlace, size, type } = filters;
  const range = size === null ? null : readSizeRange(size);
  const isAccepted = stretchesOf(filters) === null;
  return [
    ...(source.length === 0 ? [] : [Prisma.sql`d."source" IN (${Prisma.join(source)})`]),
    // Only webhook deliveries have a response.
    ...(status.length === 0 ? [] : [Prisma.sql`d."source" = 'webhook'`]),
    ...(isAccepted && status.length === 1 ? [Prisma.sql`d."verdict" <> 'quarantined'`] : []),
    ...(isAccepted && verdict.length > 0 ? [Prisma.sql`d."verdict" IN (${Prisma.join(verdict)})`] : []),
    ...(tokenPlace.length === 0 ? [] : [Prisma.sql`d."tokenPlace" IN (${Prisma.join(tokenPlace.flatMap(bothForms))})`]),
    ...(range?.from == null ? [] : [Prisma.sql`d."size" >= ${range.from}`]),
    ...(range?.to == null ? [] : [Prisma.sql`d."size" <= ${range.to}`]),
    ...(type.length === 0 ? [] : [hasType(type)]),
  ];
}

/** Its events are among the ids allocated when it was stored. */
function hasType(types: readonly string[]): Prisma.Sql {
  const wanted = Prisma.join(types.map((type) => type.toLowerCase()));
  return Prisma.sql`EXISTS (SELECT 1 FROM "Event" e
    WHERE e."id" >= d."firstEventId" AND e."id" < d."firstEventId" + d."accepted" + d."duplicates" + d."erased"
      AND e."deliveryId" = d."id" AND (lower(e."type") IN (${wanted}) OR e."messageType" IN (${wanted})))`;
}

/** Rows of an earlier version contain the text in full. */
function bothForms(place: string): string[] {
  return [...new Set([place, toShortForm(place) ?? place])];
}
