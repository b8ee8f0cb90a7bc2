import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { Prisma } from "@/prisma/generated/sqlite/client";

type ColumnType = "bigint" | "integer" | "double" | "boolean" | "text";
export type Columns = Record<string, ColumnType>;
type Cell = string | number | bigint | boolean | null;
export type Row<Shape extends Columns> = { [Name in keyof Shape]: Cell };

/**
 * Rows as one parameter, to be read `FROM` as the table `r`: a set-based statement costs the same few microseconds a row
 * whatever their number, and its text is the same for both databases. SQLite reads lists in its binary form of JSON, which is
 * several times as fast as looking up names; Postgres wants names.
 */
export function jsonRows<Shape extends Columns>(
  dialect: Dialect,
  columns: Shape,
  rows: readonly Row<Shape>[],
): Prisma.Sql {
  const names = Object.keys(columns);
  if (dialect === "postgresql") {
    const objects = rows.map((row) => Object.fromEntries(names.map((name) => [name, storable(row[name])])));
    const list = Object.entries(columns).map(([name, type]) => `"${name}" ${postgresTypes[type]}`);
    return Prisma.sql`json_to_recordset(${storableJson(objects)}::json) AS r(${Prisma.raw(list.join(", "))})`;
  }
  const lists = rows.map((row) => names.map((name) => storable(row[name])));
  const list = names.map((name, place) => `value ->> ${place} AS "${name}"`);
  return Prisma.sql`(SELECT ${Prisma.raw(list.join(", "))} FROM jsonb_each(${storableJson(lists)})) AS r`;
}

/** A list of values as one parameter: `WHERE x IN (${jsonList(…)})`. */
export function jsonList(dialect: Dialect, type: "bigint" | "text", values: readonly (string | bigint)[]): Prisma.Sql {
  return Prisma.sql`SELECT "value" FROM ${jsonRows(
    dialect,
    { value: type },
    values.map((value) => ({ value })),
  )}`;
}

/** Part of a bytes parameter: `offset` and `size` are columns. */
export function bytesPart(dialect: Dialect, bytes: Uint8Array, offset: string, size: string): Prisma.Sql {
  const place = Prisma.sql`${Prisma.raw(offset)}, ${Prisma.raw(size)}`;
  if (dialect === "postgresql") return Prisma.sql`substr(${bytes}::bytea, ${place})`;
  // SQLite calls every part of no bytes null.
  return Prisma.sql`ifnull(substr(${bytes}, ${place}), x'')`;
}

/** `"a", "b"` */
export function columnList(columns: Columns): Prisma.Sql {
  return Prisma.raw(
    Object.keys(columns)
      .map((name) => `"${name}"`)
      .join(", "),
  );
}

/** `"a" = excluded."a", …` without the columns named. */
export function overwriteAll(columns: Columns, ...except: string[]): Prisma.Sql {
  const names = Object.keys(columns).filter((name) => !except.includes(name));
  return Prisma.raw(names.map((name) => `"${name}" = excluded."${name}"`).join(", "));
}

const postgresTypes: Record<ColumnType, string> = {
  bigint: "bigint",
  integer: "integer",
  double: "double precision",
  boolean: "boolean",
  text: "text",
};

/** Integers beyond 2^53 go as text, which becomes the exact integer in its column. */
function storable(cell: Cell | undefined): Exclude<Cell, bigint> {
  if (typeof cell !== "bigint") return cell ?? null;
  const number = Number(cell);
  return Number.isSafeInteger(number) ? number : String(cell);
}

/** NUL and lone surrogates, which Postgres cannot hold as text, become U+FFFD; escaped in a text of JSON they stay. */
function storableJson(rows: unknown): string {
  const json = JSON.stringify(rows);
  if (!/\\u(?:0000|d[89a-f])/.test(json)) return json;
  return json.replace(/\\\\|\\u(?:0000|d[89a-f][\da-f]{2})/g, (found) => (found === "\\\\" ? found : "\\ufffd"));
}
