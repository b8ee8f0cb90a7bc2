import "server-only";
import type { Store } from "@/lib/store/connection/open-store";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { countIn, mostExamples, type Preview } from "./expiry";

interface Expired {
  /** FROM and WHERE: the expired deliveries `d`. */
  expired: Prisma.Sql;
  /** Whether a legal hold keeps one of them. */
  isHeld: Prisma.Sql;
  /** What an example shows. */
  title: Prisma.Sql;
}

/** How many deliveries would expire now, and the oldest of them. */
export async function previewDeliveries(
  { reader }: Pick<Store, "reader">,
  { expired, isHeld, title }: Expired,
): Promise<Preview> {
  const free = Prisma.sql`${expired} AND NOT ${isHeld}`;
  const [all, count, oldest] = await Promise.all([
    reader.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS "count" ${expired}`.then(countIn),
    reader.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS "count" ${free}`.then(countIn),
    reader.$queryRaw<{ id: bigint; title: string; at: bigint }[]>`
      SELECT d."id", ${title} AS "title", d."receivedAt" AS "at" ${free}
      ORDER BY d."receivedAt", d."id" LIMIT ${mostExamples}`,
  ]);
  const examples = oldest.map(({ id, at, ...row }) => ({
    ...{ type: "delivery" as const, id: String(id), title: row.title, at: BigInt(at) },
  }));
  return { count, held: all - count, examples };
}
