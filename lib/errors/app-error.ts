/** Codes of unexpected errors; expected outcomes are values. Callers distinguish errors only by these codes. */
export type AppErrorCode =
  | "environment_invalid"
  | "database_unsafe"
  | "database_unreachable"
  | "database_not_migrated"
  | "database_busy"
  | "query_too_slow"
  | "database_newer"
  | "database_not_empty"
  | "database_pooled"
  | "disk_full"
  | "backup_failed"
  | "rights_missing"
  | "migration_failed"
  | "migration_interrupted"
  | "migration_locked"
  | "search_extension_missing"
  | "take_over_failed"
  | "import_unreadable"
  | "erasure_journal_foreign"
  | "erasure_journal_unreadable"
  | "erasure_incomplete"
  | "unauthorised"
  | "too_many_attempts"
  | "too_busy"
  | "forbidden"
  | "not_found";

/** An unexpected error with a fixed code and a message for a person who can act on it. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: AppErrorCode;
  /** Seconds after which a retry may succeed; null if it cannot. */
  readonly retryAfterSeconds: number | null;

  /** The parameter of a request that is not allowed. */
  readonly parameter: string | null;

  constructor(
    code: AppErrorCode,
    message: string,
    options?: ErrorOptions & { retryAfterSeconds?: number; parameter?: string },
  ) {
    super(message, options);
    this.code = code;
    this.parameter = options?.parameter ?? null;
    this.retryAfterSeconds = options?.retryAfterSeconds ?? null;
  }
}

/** Whether an error has one of these codes. Prisma wraps its driver's errors, with the same code. */
export function hasCode(error: unknown, ...codes: AppErrorCode[]): boolean {
  return error instanceof Error && "code" in error && codes.some((code) => code === error.code);
}

/** The message for a query that was cancelled. */
export const tooSlow = "This took too long. Narrow the search or add a filter.";
