import "server-only";
import { type ArgType, type ColumnType, ColumnTypeEnum, type SqlQuery } from "@prisma/driver-adapter-utils";
import type { ColumnDefinition } from "better-sqlite3";
import { rowIdTables } from "./row-ids";

/** Column types declared in `prisma/sqlite/migrations`, mapped to the types of Prisma's client. */
const declaredTypes: Record<string, ColumnType> = {
  BIGINT: ColumnTypeEnum.Int64,
  BLOB: ColumnTypeEnum.Bytes,
  BOOLEAN: ColumnTypeEnum.Boolean,
  DATETIME: ColumnTypeEnum.DateTime,
  INTEGER: ColumnTypeEnum.Int32,
  REAL: ColumnTypeEnum.Double,
  TEXT: ColumnTypeEnum.Text,
};

/** Converts the arguments of Prisma's client to values that better-sqlite3 can bind. */
export function bindable({ args, argTypes }: SqlQuery): unknown[] {
  return args.map((arg, place) => (typeof arg === "string" ? fromText(arg, argTypes[place]) : plain(arg)));
}

/** Prisma passes most values as text, with their type alongside. */
function fromText(text: string, type: ArgType | undefined): unknown {
  switch (type?.scalarType) {
    case "int":
      return Number.parseInt(text, 10);
    case "bigint":
      return BigInt(text);
    case "float":
    case "decimal":
      return Number.parseFloat(text);
    case "datetime":
      return timeOf(new Date(text));
    case "bytes":
      return Buffer.from(text, "base64");
    default:
      return text;
  }
}

function plain(value: unknown): unknown {
  if (typeof value === "boolean") return value ? 1 : 0;
  return value instanceof Date ? timeOf(value) : value;
}

/** Stores a time like Prisma's own adapter, so that databases written by it stay readable: `2026-11-30T10:00:00.000+00:00`. */
function timeOf(date: Date): string {
  return date.toISOString().replace("Z", "+00:00");
}

/** The types of a result's columns: as declared, otherwise inferred from the first non-null value. */
export function columnTypes(columns: readonly ColumnDefinition[], rows: readonly unknown[][]): ColumnType[] {
  return columns.map((column, place) => {
    const isRowId = column.column === "id" && column.table !== null && rowIdTables.has(column.table);
    if (isRowId) return ColumnTypeEnum.Int64;
    const declared = declaredTypes[column.type?.toUpperCase() ?? ""];
    return declared ?? typeOf(rows.find((row) => row[place] !== null)?.[place]);
  });
}

function typeOf(value: unknown): ColumnType {
  if (typeof value === "string") return ColumnTypeEnum.Text;
  if (typeof value === "bigint") return ColumnTypeEnum.Int64;
  if (typeof value === "number") return ColumnTypeEnum.UnknownNumber;
  return value instanceof Uint8Array ? ColumnTypeEnum.Bytes : ColumnTypeEnum.Int32;
}

/** Converts a value to what Prisma's client expects. SQLite returns every integer as a bigint. */
export function resultValue(value: unknown, type: ColumnType | undefined): unknown {
  if (typeof value === "number" && (type === ColumnTypeEnum.Int32 || type === ColumnTypeEnum.Int64)) {
    return Math.trunc(value);
  }
  if (typeof value !== "bigint") return value;
  const number = Number(value);
  if (type === ColumnTypeEnum.DateTime) return new Date(number).toISOString();
  return Number.isSafeInteger(number) ? number : String(value);
}
