import "server-only";

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
  // SQLITE_ERROR (malformed JSON, for one), TOOBIG, CONSTRAINT, MISMATCH.
  return cause.kind === "sqlite" && [1, 18, 19, 20].includes(Number(cause.extendedCode) & 0xff);
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

/** The driver's own error within Prisma's, which carries it as `meta.driverAdapterError.cause` or as `cause`. */
function driverError(error: unknown): Record<string, unknown> | null {
  const outer = asRecord(error);
  const inner = asRecord(asRecord(outer?.meta)?.driverAdapterError) ?? outer;
  const cause = asRecord(inner?.cause);
  return cause !== null && typeof cause.kind === "string" ? cause : null;
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
}
