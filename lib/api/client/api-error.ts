import { z } from "zod";

/** Why a call was refused, as a program tells it apart. */
const errorCode = z.enum([
  "bad_request",
  "unauthorised",
  "forbidden",
  "not_found",
  "method_not_allowed",
  "conflict",
  "too_large",
  "too_many_streams",
  "too_many_attempts",
  "unavailable",
  "internal",
]);

export type ErrorCode = z.infer<typeof errorCode>;

/** The body of every answer of `/api/v1` that is not a success. `error` is for people, `code` for programs. */
export const errorBody = z.object({
  error: z.string(),
  code: errorCode,
  /** The query parameter, path part or body field that is at fault. */
  parameter: z.string().optional(),
});

/** A call that did not succeed. `status` is the HTTP status, 0 where no answer came at all. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly status: number,
    message: string,
    readonly code: ErrorCode | "unreachable" | "unreadable" | null = null,
    readonly parameter: string | null = null,
  ) {
    super(message);
  }
}
