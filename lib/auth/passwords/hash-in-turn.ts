import "server-only";
import pLimit from "p-limit";
import { AppError } from "@/lib/errors/app-error";

/** Each holds 19 MiB and one of the four threads on which Node also reads files. */
const atOnce = 2;
/** Some seconds' work: whoever comes later would wait too long anyway. */
const mostWaiting = 50;

const shared = globalThis as typeof globalThis & { playheadHashing?: ReturnType<typeof pLimit> };

/**
 * Runs one password hashing when its turn comes, so that a flood of sign-ins leaves the processors to deliveries.
 * @throws AppError too_busy when too many wait
 */
export function hashInTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  shared.playheadHashing ??= pLimit(atOnce);
  if (shared.playheadHashing.pendingCount >= mostWaiting) {
    return Promise.reject(new AppError("too_busy", "Too many people are signing in at the moment. Try again soon."));
  }
  return shared.playheadHashing(work);
}
