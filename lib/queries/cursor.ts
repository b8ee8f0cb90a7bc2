import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { Refusal } from "./refusal";

const integer = z
  .string()
  .regex(/^-?\d{1,18}$/)
  .transform(BigInt);
const text = z.string().refine((value) => value.isWellFormed() && !value.includes("\0"));

/** Schemas of positions, for {@link readCursor}. */
export const oneInteger = z.tuple([integer]);
export const twoIntegers = z.tuple([integer, integer]);
export const threeIntegers = z.tuple([integer, integer, integer]);
export const textAndInteger = z.tuple([text, integer]);
export const integerAndText = z.tuple([integer, text]);

const content = z.strictObject({ of: z.string(), at: z.array(z.string()) });

/**
 * Encodes the end of a page. Opaque to clients: the format may change at any time.
 *
 * @param list identifies the list, sort and filters; others do not accept the cursor
 */
export function writeCursor(list: readonly unknown[], place: readonly (bigint | string)[]): string {
  const written = JSON.stringify({ of: fingerprint(list), at: place.map(String) });
  return Buffer.from(written).toString("base64url");
}

/** Decodes the text from {@link writeCursor}: a position matching the schema, or a refusal if it is not a cursor of this list. */
export function readCursor<Place>(list: readonly unknown[], form: z.ZodType<Place>, cursor: string): Place | Refusal {
  const refused = new Refusal("bad_request", '"cursor" does not belong to this list, sort and filters.', "cursor");
  const parsed = content.safeParse(decode(cursor));
  if (!parsed.success || parsed.data.of !== fingerprint(list)) return refused;
  const place = form.safeParse(parsed.data.at);
  return place.success ? place.data : refused;
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
 * Builds a page from `limit` rows and one extra row, which only shows that there is a next page.
 *
 * @param placeOf a row's position in the list
 */
export function pageOf<Listed>(
  list: readonly unknown[],
  { found, limit }: { found: readonly Listed[]; limit: number },
  placeOf: (row: Listed) => readonly (bigint | string)[],
): { rows: Listed[]; nextCursor: string | null } {
  const rows = found.slice(0, limit);
  const end = found.length > limit ? rows.at(-1) : undefined;
  return { rows, nextCursor: end === undefined ? null : writeCursor(list, placeOf(end)) };
}
