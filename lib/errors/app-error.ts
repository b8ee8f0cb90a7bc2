/** What can go wrong beyond the expected outcomes, which are values. Callers tell errors apart by these codes only. */
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
  | "unauthorised"
  | "too_many_attempts"
  | "too_busy"
  | "forbidden"
  | "not_found";

/** A surprise with a literal code and a message for a person who can act on it. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: AppErrorCode;
  /** When trying again may help. */
  readonly retryAfterSeconds: number | null;

  constructor(code: AppErrorCode, message: string, options?: ErrorOptions & { retryAfterSeconds?: number }) {
    super(message, options);
    this.code = code;
    this.retryAfterSeconds = options?.retryAfterSeconds ?? null;
  }
}

/**
 * Does `error` say this? Prisma hands what its driver throws on as an error of its own, with the same code.
 */
export function hasCode(error: unknown, ...codes: AppErrorCode[]): boolean {
  return error instanceof Error && "code" in error && codes.some((code) => code === error.code);
}

/** What a person is told whose query was ended. */
export const tooSlow = "This took too long. Narrow the search or add a filter.";
