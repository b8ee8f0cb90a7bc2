import "server-only";
import { driverError } from "@/lib/errors/database-failure";

/**
 * Whether a write failed because of what was to be written, so that it will fail again, rather than because the database
 * was locked, full or gone. Anything not known for sure counts as the database's: the sender is asked to try again.
 */
export function isFaultOfData(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError) return true;
  const cause = driverError(error);
  if (cause === null) return false;
  if (dataFaultKinds.has(String(cause.kind))) return true;
  // Classes 22 (data exception), 23 (constraint) and 54 (program limit exceeded: an index entry too long).
  if (cause.kind === "postgres") return /^(22|23|54)/.test(String(cause.code));
  // By name: the adapter gives all codes but the unnamed ones the number of SQLITE_ERROR, a full disk's too.
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

/** SQLITE_ERROR is malformed JSON, for one. */
const dataFaultCodes = /^SQLITE_(ERROR|TOOBIG|CONSTRAINT|MISMATCH)\b|^SQLITE_CONSTRAINT_/;

/** SQLite ends a transaction by itself on some failures, and then complains that there is none. */
function isOfTransaction(cause: Record<string, unknown>): boolean {
  return /\btransaction\b/.test(String(cause.originalMessage));
}
