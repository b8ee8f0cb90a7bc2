import "server-only";
import { randomUUID } from "node:crypto";
import type { Records } from "./in-transaction";

// How a user signs in: one row per provider, as Better Auth expects. Passwords use the provider "credential".
const providerId = "credential";

/** Adds a password to a user who has none. */
export async function insertPassword({ records }: Records, userId: string, passwordHash: string): Promise<void> {
  const data = { id: randomUUID(), accountId: userId, providerId, userId, password: passwordHash };
  await records.authAccount.create({ data });
}

/** The hash of a user's password, or null if there is none. */
export async function readPasswordHash({ records }: Records, userId: string): Promise<string | null> {
  const row = await records.authAccount.findFirst({ where: { userId, providerId }, select: { password: true } });
  return row?.password ?? null;
}

export async function setPasswordHash({ records }: Records, userId: string, passwordHash: string): Promise<void> {
  await records.authAccount.updateMany({ where: { userId, providerId }, data: { password: passwordHash } });
}
