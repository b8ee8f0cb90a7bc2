import type { ErrorCode } from "@/lib/api/endpoints/status-of-code";

/** A request that did not succeed. `status` is the HTTP status, 0 where no response came. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly status: number,
    message: string,
    readonly code: ErrorCode | "unreachable" | null = null,
    /** The parameter or body field that is invalid. */
    readonly parameter: string | null = null,
    /** When trying again may help. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }
}
