import type { ErrorCode } from "@/lib/api/endpoints/status-of-code";

/** A failed request. `status` is the HTTP status, or 0 without a response. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly status: number,
    message: string,
    readonly code: ErrorCode | "unreachable" | null = null,
    /** The invalid parameter or body field. */
    readonly parameter: string | null = null,
    /** Seconds after which to retry. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }
}
