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
 * Answers as `handle` does. What it throws becomes an answer with a JSON body, in one place for all routes: 503 where the database
 * failed, and trying again may help; 500 where the program did, whose log says more.
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
    const response = refuse({ code, message: error.message });
    return error.retryAfterSeconds === null ? response : later(response, error.retryAfterSeconds);
  }
  log().error({ err: error }, "A request could not be answered");
  return refuse({ code: "internal", message: "Something went wrong. The server's log has the details." });
}
