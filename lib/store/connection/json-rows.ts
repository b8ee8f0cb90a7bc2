import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { Prisma } from "@/prisma/generated/sqlite/client";

type ColumnType = "bigint" | "integer" | "double" | "boolean" | "text";
export type Columns = Record<string, ColumnType>;
type Cell = string | number | bigint | boolean | null;
export type Row<Shape extends Columns> = { [Name in keyof Shape]: Cell };

/**
 * Rows as one parameter, to be used in `FROM` as the table `r`: a set-based statement costs a few microseconds per row, and its
 * text is the same for both databases. SQLite reads arrays in its binary JSON format, which is several times as fast as looking
 * up keys; Postgres needs keys.
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

/** A slice of a bytes parameter: `offset` and `size` are columns. */
export function bytesPart(dialect: Dialect, bytes: Uint8Array, offset: string, size: string): Prisma.Sql {
  const place = Prisma.sql`${Prisma.raw(offset)}, ${Prisma.raw(size)}`;
  if (dialect === "postgresql") return Prisma.sql`substr(${bytes}::bytea, ${place})`;
  // In SQLite, any slice of an empty blob is null.
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

/** `"a" = excluded."a", …` except for the given columns. */
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

/** Integers above 2^53 are sent as text, which becomes the exact integer in its column. */
function storable(cell: Cell | undefined): Exclude<Cell, bigint> {
  if (typeof cell !== "bigint") return cell ?? null;
  const number = Number(cell);
  return Number.isSafeInteger(number) ? number : String(cell);
}

/** NUL and lone surrogates, which Postgres text cannot hold, become U+FFFD; escaped inside a JSON string they are kept. */
function storableJson(rows: unknown): string {
  const json = JSON.stringify(rows);
  if (!/\\u(?:0000|d[89a-f])/.test(json)) return json;
  return json.replace(/\\\\|\\u(?:0000|d[89a-f][\da-f]{2})/g, (found) => (found === "\\\\" ? found : "\\ufffd"));
}
