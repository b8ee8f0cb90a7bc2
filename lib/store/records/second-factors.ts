import "server-only";
import type { Records } from "./in-transaction";

export interface SecondFactorRow {
  /** Encrypted, as Better Auth stores it. */
  secret: string;
  /** Whether a code has confirmed the setup. */
  verified: boolean;
}

/** A user's authenticator app, or null. */
export async function findSecondFactor({ records }: Records, userId: string): Promise<SecondFactorRow | null> {
  return records.twoFactor.findUnique({ where: { userId }, select: { secret: true, verified: true } });
}

/**
 * Marks the code of a time step as used, and with it all earlier ones. Of several concurrent requests with one code, one succeeds.
 *
 * @returns false if this or a later step was used before
 */
export async function claimStep({ records }: Records, userId: string, step: number): Promise<boolean> {
  const unused = { OR: [{ lastStep: null }, { lastStep: { lt: step } }] };
  const { count } = await records.twoFactor.updateMany({ where: { userId, ...unused }, data: { lastStep: step } });
  return count > 0;
}

/** Removes a user's authenticator app and backup codes; `false` if there were none. */
export async function deleteSecondFactor({ records }: Records, userId: string): Promise<boolean> {
  await records.user.updateMany({ where: { id: userId }, data: { twoFactorEnabled: false } });
  const { count } = await records.twoFactor.deleteMany({ where: { userId } });
  return count > 0;
}

/** How many users with a password each role has, and how many of them have a second factor. */
export async function countSecondFactors({
  records,
}: Records): Promise<{ role: string; users: number; protected: number }[]> {
  const where = { accounts: { some: { password: { not: null } } } };
  const groups = await records.user.groupBy({ by: ["role", "twoFactorEnabled"], where, _count: { _all: true } });
  const counts = new Map<string, { users: number; protected: number }>();
  for (const { role, twoFactorEnabled, _count } of groups) {
    const { users, protected: before } = counts.get(role) ?? { users: 0, protected: 0 };
    counts.set(role, { users: users + _count._all, protected: before + (twoFactorEnabled ? _count._all : 0) });
  }
  return [...counts].map(([role, count]) => ({ role, ...count }));
}
