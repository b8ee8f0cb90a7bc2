import { type ErrorCode, statusOfCode } from "@/lib/api/endpoints/status-of-code";
import type { ErrorBody } from "@/lib/api/schemas/error-body";

interface Failure {
  code: ErrorCode;
  /** What is wrong and what to do, for people. */
  message: string;
  /** The parameter or body field that is invalid. */
  parameter?: string | null;
}

const retryAfterSeconds = 5;

/** The response of a request that failed, with the status of its code; where trying again may help, with `Retry-After`. */
export function refuse({ code, message, parameter = null }: Failure): Response {
  const status = statusOfCode[code];
  const body: ErrorBody = { error: message, code, ...(parameter === null ? {} : { parameter }) };
  const response = uncached(Response.json(body, { status }));
  return status === 429 || status === 503 ? later(response, retryAfterSeconds) : response;
}

/** Says when trying again may help. */
export function later(response: Response, seconds: number): Response {
  response.headers.set("Retry-After", String(seconds));
  return response;
}

/** Keeps caches from storing a response. */
export function uncached(response: Response): Response {
  response.headers.set("Cache-Control", "no-store");
  return response;
}
