/** The HTTP status of each error code of the API. */
export const statusOfCode = {
  bad_request: 400,
  unauthorised: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  too_large: 413,
  too_many_streams: 429,
  too_many_attempts: 429,
  internal: 500,
  unavailable: 503,
} as const;

/** A machine-readable reason for an error. */
export type ErrorCode = keyof typeof statusOfCode;

export type ErrorStatus = (typeof statusOfCode)[ErrorCode];
