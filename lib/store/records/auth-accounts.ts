import "server-only";
import { randomUUID } from "node:crypto";
import type { Records } from "./in-transaction";

// How a user signs in: one row per provider, as Better Auth expects. Passwords use the provider "credential".
const providerId = "credential";
/** The identity provider's, for single sign-on. */
export const oidcProvider = "oidc";

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

/** Whether this is the hash of a password that someone has now. */
export async function isPasswordHash({ records }: Records, passwordHash: string): Promise<boolean> {
  return (await records.authAccount.count({ where: { providerId, password: passwordHash } })) > 0;
}

/** Replaces a user's password, or adds one. */
export async function savePassword(within: Records, userId: string, passwordHash: string): Promise<void> {
  const data = { password: passwordHash };
  const { count } = await within.records.authAccount.updateMany({ where: { userId, providerId }, data });
  if (count === 0) await insertPassword(within, userId, passwordHash);
}

/** The id of the user with this account at the identity provider, or null. */
export async function findLinkedUser({ records }: Records, accountId: string): Promise<string | null> {
  const row = await records.authAccount.findFirst({ where: { providerId: oidcProvider, accountId } });
  return row?.userId ?? null;
}

/** Whether a user can sign in with the identity provider. */
export async function isLinked({ records }: Records, userId: string): Promise<boolean> {
  return (await records.authAccount.count({ where: { providerId: oidcProvider, userId } })) > 0;
}

/** Links a user with an account at the identity provider. */
export async function insertLink({ records }: Records, userId: string, accountId: string): Promise<void> {
  await records.authAccount.create({ data: { id: randomUUID(), accountId, providerId: oidcProvider, userId } });
}
