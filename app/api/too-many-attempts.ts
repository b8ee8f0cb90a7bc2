import "server-only";
import { refusal } from "./refusal";

/** 429 with the time to wait. */
export function tooManyAttempts(message: string, retryAfterSeconds: number): Response {
  const response = refusal(429, "too_many_attempts", message);
  response.headers.set("Retry-After", String(retryAfterSeconds));
  return response;
}
