import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { store } from "@/lib/store/client";

/** At most `max` attempts within `windowMs` from the first one. */
export interface AttemptLimit {
  max: number;
  windowMs: number;
}

export type Attempt = { allowed: true } | { allowed: false; retryAfterSeconds: number };

const longestWindowMs = 60 * 60 * 1000;

/**
 * Counts one attempt by `subject` before it is made, so that attempts made at the same moment cannot all slip through.
 * The counts live in the database: they hold across restarts and processes.
 */
export async function takeAttempt(subject: string, limit: AttemptLimit): Promise<Attempt> {
  const key = keyOf(subject);
  const now = Date.now();
  return store().reader.$transaction(async (tx) => {
    const counted = await tx.rateLimit.updateMany({
      where: { key, lastRequest: { gt: BigInt(now - limit.windowMs) } },
      data: { count: { increment: 1 } },
    });
    if (counted.count === 0) {
      const first = { count: 1, lastRequest: BigInt(now) };
      await tx.rateLimit.deleteMany({ where: { lastRequest: { lt: BigInt(now - longestWindowMs) } } });
      await tx.rateLimit.upsert({ where: { key }, create: { id: randomUUID(), key, ...first }, update: first });
      return { allowed: true };
    }
    const { count, lastRequest } = await tx.rateLimit.findUniqueOrThrow({ where: { key } });
    if (count <= limit.max) return { allowed: true };
    const remainingMs = Number(lastRequest) + limit.windowMs - now;
    return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(remainingMs / 1000)) };
  });
}

/** Gives back an attempt that turned out right: only failures count. */
export async function returnAttempt(subject: string): Promise<void> {
  await store().reader.rateLimit.updateMany({
    where: { key: keyOf(subject), count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** Forgets the failures of `subject`. */
export async function forgetAttempts(subject: string): Promise<void> {
  await store().reader.rateLimit.deleteMany({ where: { key: keyOf(subject) } });
}

function keyOf(subject: string): string {
  return createHash("sha256").update(subject).digest("base64url");
}
