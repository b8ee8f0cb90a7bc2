import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { Prisma } from "@/prisma/generated/sqlite/client";

export type ColumnType = "bigint" | "integer" | "double" | "boolean" | "text";
export type Columns = Record<string, ColumnType>;
type Cell = string | number | bigint | boolean | null;
export type Row<Shape extends Columns> = { [Name in keyof Shape]: Cell };

/**
 * Rows as one parameter, to be read `FROM` as the table `r`: a set-based statement costs the same few microseconds a row
 * whatever their number, and its text is the same for both databases.
 */
export function jsonRows<Shape extends Columns>(
  dialect: Dialect,
  columns: Shape,
  rows: readonly Row<Shape>[],
): Prisma.Sql {
  const json = storableJson(rows);
  const entries = Object.entries(columns);
  if (dialect === "postgresql") {
    const types = {
      bigint: "bigint",
      integer: "integer",
      double: "double precision",
      boolean: "boolean",
      text: "text",
    };
    const list = entries.map(([name, type]) => `"${name}" ${types[type]}`).join(", ");
    return Prisma.sql`json_to_recordset(${json}::json) AS r(${Prisma.raw(list)})`;
  }
  const list = entries.map(([name, type]) => `${read(name, type)} AS "${name}"`).join(", ");
  return Prisma.sql`(SELECT ${Prisma.raw(list)} FROM json_each(${json})) AS r`;
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
  const parameter = dialect === "postgresql" ? Prisma.sql`${bytes}::bytea` : Prisma.sql`${bytes}`;
  return Prisma.sql`substr(${parameter}, ${Prisma.raw(offset)}, ${Prisma.raw(size)})`;
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

function read(name: string, type: ColumnType): string {
  const value = `value ->> '${name}'`;
  if (type === "text") return value;
  return `CAST(${value} AS ${type === "double" ? "REAL" : "INTEGER"})`;
}

/** NUL and lone surrogates, which Postgres cannot hold as text, become U+FFFD; escaped in a text of JSON they stay. */
function storableJson(rows: unknown): string {
  const json = JSON.stringify(rows, (_key, value) => (typeof value === "bigint" ? String(value) : value));
  if (!/\\u(?:0000|d[89a-f])/.test(json)) return json;
  return json.replace(/\\\\|\\u(?:0000|d[89a-f][\da-f]{2})/g, (found) => (found === "\\\\" ? found : "\\ufffd"));
}
