import "server-only";
import type { ErrorCode } from "@/lib/api/endpoints/status-of-code";
import { AppError, hasCode, tooSlow } from "@/lib/errors/app-error";
import { databaseFailure } from "@/lib/errors/database-failure";
import { log } from "@/lib/log/log";
import { later, refuse } from "./refuse";

const codes: { [appErrorCode: string]: ErrorCode } = {
  forbidden: "forbidden",
  not_found: "not_found",
  too_many_attempts: "too_many_attempts",
  too_busy: "unavailable",
};

/**
 * Runs `handle` and converts errors to JSON responses, for all routes: 503 for errors of the database, where a retry may succeed;
 * 500 for program errors, which are logged.
 */
export async function orRefuse(handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle();
  } catch (error) {
    return responseTo(error);
  }
}

function responseTo(error: unknown): Response {
  if (hasCode(error, "query_too_slow")) return refuse({ code: "unavailable", message: tooSlow });
  const failure = databaseFailure(error);
  if (failure !== null) {
    log().error({ err: error }, "A request could not be answered: the database failed");
    return refuse({ code: "unavailable", message: `${failure.reason}. Try again in a few seconds.` });
  }
  const code = error instanceof AppError ? codes[error.code] : undefined;
  if (error instanceof AppError && code !== undefined) {
    const response = refuse({ code, message: error.message, parameter: error.parameter });
    return error.retryAfterSeconds === null ? response : later(response, error.retryAfterSeconds);
  }
  log().error({ err: error }, "A request could not be answered");
  return refuse({ code: "internal", message: "Something went wrong. The server's log has the details." });
}
