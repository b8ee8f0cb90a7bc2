import "server-only";
import { AppError } from "@/lib/errors/app-error";
import type { Attempt } from "./attempt-counter";

/** @throws AppError too_many_attempts unless the attempt is allowed */
export function limitAttempts(attempt: Attempt): void {
  if (attempt.allowed) return;
  const { retryAfterSeconds } = attempt;
  throw new AppError("too_many_attempts", "Too many attempts. Wait a few minutes, then try again.", {
    retryAfterSeconds,
  });
}
