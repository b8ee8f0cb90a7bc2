import type { ErrorCode } from "@/lib/api/api-error";

/** An answer that says no: `error` for people, `code` for programs, `parameter` for the field at fault. */
export function refusal(status: number, code: ErrorCode, error: string, parameter?: string): Response {
  return uncached(Response.json({ error, code, ...(parameter !== undefined && { parameter }) }, { status }));
}

/** Keeps caches from storing an answer. */
export function uncached(response: Response): Response {
  response.headers.set("Cache-Control", "no-store");
  return response;
}
