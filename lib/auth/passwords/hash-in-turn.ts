import "server-only";
import pLimit from "p-limit";
import { AppError } from "@/lib/errors/app-error";

/** Each needs 19 MiB and one of the four threads on which Node also reads files. */
const atOnce = 2;
/** A few seconds of work: later ones would wait too long anyway. */
const maxWaiting = 50;

const shared = globalThis as typeof globalThis & { playheadHashing?: ReturnType<typeof pLimit> };

/**
 * Runs one password hashing when it is its turn, so that a flood of sign-ins does not slow down deliveries.
 * @throws AppError too_busy if too many are waiting
 */
export function hashInTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  shared.playheadHashing ??= pLimit(atOnce);
  if (shared.playheadHashing.pendingCount >= maxWaiting) {
    return Promise.reject(new AppError("too_busy", "Too many people are signing in at the moment. Try again soon."));
  }
  return shared.playheadHashing(work);
}
