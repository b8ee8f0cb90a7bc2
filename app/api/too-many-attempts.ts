import "server-only";
import { later, refuse } from "./refuse";

/** 429 with the time to wait. */
export function tooManyAttempts(message: string, retryAfterSeconds: number): Response {
  return later(refuse({ code: "too_many_attempts", message }), retryAfterSeconds);
}
