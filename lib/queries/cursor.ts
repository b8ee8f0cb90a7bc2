import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { Refusal } from "./refusal";

const integer = z
  .string()
  .regex(/^-?\d{1,18}$/)
  .transform(BigInt);
const content = z.strictObject({ of: z.string(), at: z.array(integer) });

/**
 * Writes the place where a page ended. Opaque to clients: its form may change at any time.
 *
 * @param list what is paged through; another list, sort or filter does not accept the cursor
 */
export function writeCursor(list: readonly unknown[], place: readonly bigint[]): string {
  const text = JSON.stringify({ of: fingerprint(list), at: place.map(String) });
  return Buffer.from(text).toString("base64url");
}

/** Reads {@link writeCursor}'s text back: `length` integers, or a refusal where it is no cursor of this list. */
export function readCursor(list: readonly unknown[], length: number, cursor: string): bigint[] | Refusal {
  const refused = new Refusal("bad_request", '"cursor" does not belong to this list, sort and filters.', "cursor");
  const parsed = content.safeParse(decode(cursor));
  if (!parsed.success) return refused;
  return parsed.data.of === fingerprint(list) && parsed.data.at.length === length ? parsed.data.at : refused;
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}

function fingerprint(list: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(list)).digest("base64url").slice(0, 12);
}

/**
 * The page that rows make which were read one beyond `limit`: that one only says that a cursor leads on.
 *
 * @param placeOf where a row stands in the list
 */
export function pageOf<Listed>(
  list: readonly unknown[],
  { found, limit }: { found: readonly Listed[]; limit: number },
  placeOf: (row: Listed) => readonly bigint[],
): { rows: Listed[]; nextCursor: string | null } {
  const rows = found.slice(0, limit);
  const end = found.length > limit ? rows.at(-1) : undefined;
  return { rows, nextCursor: end === undefined ? null : writeCursor(list, placeOf(end)) };
}
