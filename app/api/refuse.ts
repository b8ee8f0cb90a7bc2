import { type ErrorCode, statusOfCode } from "@/lib/api/endpoints/status-of-code";
import type { ErrorBody } from "@/lib/api/schemas/error-body";

interface Failure {
  code: ErrorCode;
  /** What is wrong and what to do, for users. */
  message: string;
  /** The invalid parameter or body field. */
  parameter?: string | null;
}

const retryAfterSeconds = 5;

/** The response of a failed request, with its code's status, and with `Retry-After` if a retry may succeed. */
export function refuse({ code, message, parameter = null }: Failure): Response {
  const status = statusOfCode[code];
  const body: ErrorBody = { error: message, code, ...(parameter === null ? {} : { parameter }) };
  const response = uncached(Response.json(body, { status }));
  return status === 429 || status === 503 ? later(response, retryAfterSeconds) : response;
}

/** Adds the time of a retry. */
export function later(response: Response, seconds: number): Response {
  response.headers.set("Retry-After", String(seconds));
  return response;
}

/** Keeps caches from storing a response. */
export function uncached(response: Response): Response {
  response.headers.set("Cache-Control", "no-store");
  return response;
}
