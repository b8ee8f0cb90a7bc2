import "server-only";
import { randomUUID } from "node:crypto";
import type { Records } from "./in-transaction";

// How a user signs in: a row for each provider, as Better Auth reads them. Passwords have the provider "credential".
const providerId = "credential";

/** Lets a user without a password sign in with one. */
export async function insertPassword({ records }: Records, userId: string, passwordHash: string): Promise<void> {
  const data = { id: randomUUID(), accountId: userId, providerId, userId, password: passwordHash };
  await records.authAccount.create({ data });
}

/** The hash of a user's password, or null where there is none. */
export async function readPasswordHash({ records }: Records, userId: string): Promise<string | null> {
  const row = await records.authAccount.findFirst({ where: { userId, providerId }, select: { password: true } });
  return row?.password ?? null;
}

/** Changes a user's password. */
export async function setPasswordHash({ records }: Records, userId: string, passwordHash: string): Promise<void> {
  await records.authAccount.updateMany({ where: { userId, providerId }, data: { password: passwordHash } });
}
