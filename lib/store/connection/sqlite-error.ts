import "server-only";
import { DriverAdapterError, type MappedError } from "@prisma/driver-adapter-utils";

/**
 * Converts a better-sqlite3 error to the form that Prisma's client expects, with SQLite's error name (`SQLITE_FULL`) as
 * `originalCode`. Other errors, such as a value that cannot be bound, are returned unchanged.
 */
export function sqliteError(error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return error;
  const { code, message } = error;
  return new DriverAdapterError({ originalCode: code, originalMessage: message, ...kindOf(code, message) });
}

function kindOf(code: string, message: string): MappedError {
  switch (code) {
    case "SQLITE_CONSTRAINT_UNIQUE":
    case "SQLITE_CONSTRAINT_PRIMARYKEY":
      return { kind: "UniqueConstraintViolation", constraint: { fields: fieldsIn(message) } };
    case "SQLITE_CONSTRAINT_NOTNULL":
      return { kind: "NullConstraintViolation", constraint: { fields: fieldsIn(message) } };
    case "SQLITE_CONSTRAINT_FOREIGNKEY":
    case "SQLITE_CONSTRAINT_TRIGGER":
      return { kind: "ForeignKeyConstraintViolation", constraint: { foreignKey: {} } };
  }
  if (code.startsWith("SQLITE_BUSY")) return { kind: "SocketTimeout" };
  const [, missing, name = ""] = /^no such (table|column): (.*)/.exec(message) ?? [];
  if (missing === "table") return { kind: "TableDoesNotExist", table: name };
  if (missing === "column") return { kind: "ColumnNotFound", column: name };
  // SQLITE_ERROR; the name is more specific.
  return { kind: "sqlite", extendedCode: 1, message };
}

/** `UNIQUE constraint failed: User.email, User.name` */
function fieldsIn(message: string): string[] {
  const [, list = ""] = message.split("constraint failed: ");
  return list.split(", ").map((column) => column.split(".").at(-1) ?? column);
}
