import "server-only";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Queries } from "./statements";

/** A page of events contains about this many bytes of payload; a larger event gets its own page. */
export const mostBytes = 1_000_000;

/** The longest prefix of a list of events that fits one response: at least one event, if there is one. */
export async function withinBytes(reader: Queries, ids: readonly bigint[]): Promise<bigint[]> {
  if (ids.length < 2) return [...ids];
  // Neither database reads the text to get its length.
  const rows = await reader.$queryRaw<{ id: bigint; size: bigint | number }[]>`
    SELECT "id", octet_length("raw") AS "size" FROM "Event" WHERE "id" IN (${Prisma.join([...ids])})`;
  const sizes = new Map(rows.map(({ id, size }) => [BigInt(id), Number(size)]));
  let bytes = 0;
  const end = ids.findIndex((id, place) => {
    bytes += sizes.get(id) ?? 0;
    return place > 0 && bytes > mostBytes;
  });
  return end === -1 ? [...ids] : ids.slice(0, end);
}
