import "server-only";
import type { ErrorCode } from "@/lib/api/api-error";
import { AppError, hasCode, tooSlow } from "@/lib/errors/app-error";
import { databaseFailure } from "@/lib/errors/database-failure";
import { log } from "@/lib/log/log";
import { refusal } from "./refusal";

const retryAfterSeconds = 5;

const refusals: { [code: string]: [status: number, code: ErrorCode] } = {
  forbidden: [403, "forbidden"],
  not_found: [404, "not_found"],
  too_many_attempts: [429, "too_many_attempts"],
  too_busy: [503, "unavailable"],
};

/**
 * Answers as `handle` does. What it throws becomes an answer with a JSON body, in one place for all routes: 503 where the database
 * failed, and trying again may help; 500 where the program did, whose log says more.
 */
export async function orRefusal(handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle();
  } catch (error) {
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): Response {
  if (hasCode(error, "query_too_slow")) return refusal(503, "unavailable", tooSlow);
  const failure = databaseFailure(error);
  if (failure !== null) {
    log().error({ err: error }, "A request could not be answered: the database failed");
    return later(refusal(503, "unavailable", `${failure.reason}. Try again in a few seconds.`));
  }
  const [status, code] = (error instanceof AppError && refusals[error.code]) || [];
  if (error instanceof AppError && status !== undefined && code !== undefined) {
    const response = refusal(status, code, error.message);
    return error.retryAfterSeconds === null ? response : later(response, error.retryAfterSeconds);
  }
  log().error({ err: error }, "A request could not be answered");
  return refusal(500, "internal", "Internal error. See the server's log.");
}

/** Says when trying again may help. */
export function later(response: Response, seconds = retryAfterSeconds): Response {
  response.headers.set("Retry-After", String(seconds));
  return response;
}
