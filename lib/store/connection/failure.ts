import "server-only";
import { driverError } from "@/lib/errors/database-failure";

/**
 * Whether a write failed because of its data, so that it would fail again, rather than because the database was locked, full or
 * unavailable. Unknown errors count as the database's: the sender is asked to retry.
 */
export function isFaultOfData(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError) return true;
  const cause = driverError(error);
  if (cause === null) return false;
  if (dataFaultKinds.has(String(cause.kind))) return true;
  // Classes 22 (data exception), 23 (constraint) and 54 (program limit exceeded: an index entry too long).
  if (cause.kind === "postgres") return /^(22|23|54)/.test(String(cause.code));
  // Matched by name: the adapter reports the number of SQLITE_ERROR for almost every code, even for a full disk.
  return cause.kind === "sqlite" && dataFaultCodes.test(String(cause.originalCode)) && !isOfTransaction(cause);
}

const dataFaultKinds = new Set([
  "UniqueConstraintViolation",
  "NullConstraintViolation",
  "ForeignKeyConstraintViolation",
  "LengthMismatch",
  "ValueOutOfRange",
  "InvalidInputValue",
  "InconsistentColumnData",
]);

/** SQLITE_ERROR includes malformed JSON, for example. */
const dataFaultCodes = /^SQLITE_(ERROR|TOOBIG|CONSTRAINT|MISMATCH)\b|^SQLITE_CONSTRAINT_/;

/** SQLite rolls back by itself on some failures, and then reports that no transaction is active. */
function isOfTransaction(cause: Record<string, unknown>): boolean {
  return /\btransaction\b/.test(String(cause.originalMessage));
}
