import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { hashPassword } from "@/lib/auth/passwords/password";
import { passwordFault } from "@/lib/auth/passwords/password-fault";
import { type PrismaTransaction, store } from "@/lib/store/connection/client";
import type { Role } from "./viewer";

export interface NewAccount {
  name: string;
  email: string;
  password: string;
  role: Role;
}

/** What is wrong with an account's data: the field, and a sentence for the person who filled it in. */
export interface AccountFault {
  ok: false;
  reason: "name" | "email" | "password" | "taken";
  message: string;
}

/** Checks and tidies what a person typed: the e-mail in lower case, no spaces around. */
export async function readNewAccount(input: NewAccount): Promise<{ ok: true; account: NewAccount } | AccountFault> {
  const account = { ...input, name: input.name.trim(), email: input.email.trim().toLowerCase() };
  if (account.name === "" || account.name.length > 100) {
    return { ok: false, reason: "name", message: "Enter a name of at most 100 characters." };
  }
  if (!z.email().max(254).safeParse(account.email).success) {
    return { ok: false, reason: "email", message: "Enter an e-mail address such as ines@example.com." };
  }
  const fault = await passwordFault(account.password, account.email);
  return fault === null ? { ok: true, account } : { ok: false, reason: "password", message: fault };
}

/** Adds an account that can sign in. Callers have proved that they may. */
export async function addAccount(input: NewAccount): Promise<{ ok: true; userId: string } | AccountFault> {
  const read = await readNewAccount(input);
  if (!read.ok) return read;
  const passwordHash = await hashPassword(read.account.password);
  return store().records.$transaction(async (tx) => {
    await lockAccounts(tx);
    if ((await tx.user.count({ where: { email: read.account.email } })) > 0) {
      return { ok: false, reason: "taken", message: "An account with this e-mail already exists." };
    }
    return { ok: true, userId: await insertAccount(tx, read.account, passwordHash) };
  });
}

/**
 * Waits until no other transaction changes who has an account, in any process; must be the transaction's first statement.
 * Without it two first accounts, or the removal of the last two admins, could pass each other unseen.
 */
export async function lockAccounts(tx: PrismaTransaction): Promise<void> {
  const name = "accounts-lock";
  await tx.setting.upsert({ where: { name }, create: { name, value: "" }, update: { value: "" } });
}

/** Inserts the rows that Better Auth reads: the user, and its `credential` account with the password's hash. */
export async function insertAccount(
  tx: PrismaTransaction,
  { name, email, role }: Pick<NewAccount, "name" | "email" | "role">,
  passwordHash: string,
): Promise<string> {
  const userId = randomUUID();
  await tx.user.create({ data: { id: userId, name, email, role } });
  await tx.authAccount.create({
    data: { id: randomUUID(), accountId: userId, providerId: "credential", userId, password: passwordHash },
  });
  return userId;
}

/**
 * Sets a password, which has been checked, and ends all of the user's sessions.
 *
 * @param revokedAt when the user's API tokens are revoked; null leaves them
 */
export async function setPassword(userId: string, password: string, revokedAt: bigint | null): Promise<void> {
  const passwordHash = await hashPassword(password);
  await store().records.$transaction(async (tx) => {
    await tx.authAccount.updateMany({ where: { userId, providerId: "credential" }, data: { password: passwordHash } });
    await tx.session.deleteMany({ where: { userId } });
    if (revokedAt !== null) await tx.apiToken.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt } });
  });
}

export type Removal = { ok: true } | { ok: false; reason: "unknown" | "last-admin"; message: string };

/**
 * Removes an account with its sessions, its own views and its bookmarks, and revokes its API tokens; the last admin stays. Views
 * that it shared stay for the others, without an owner.
 */
export async function removeAccount(userId: string, revokedAt: bigint): Promise<Removal> {
  return store().records.$transaction(async (tx) => {
    await lockAccounts(tx);
    const refusal = await refusalToDemote(tx, userId);
    if (refusal !== null) return refusal;
    await tx.apiToken.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt } });
    await tx.savedView.deleteMany({ where: { ownerId: userId, isShared: false } });
    await tx.user.delete({ where: { id: userId } });
    return { ok: true };
  });
}

/** Makes somebody an admin or a member; the last admin stays one. */
export async function changeRole(userId: string, role: Role): Promise<Removal> {
  return store().records.$transaction(async (tx) => {
    await lockAccounts(tx);
    const refusal = role === "admin" ? null : await refusalToDemote(tx, userId);
    if (refusal !== null) return refusal;
    const { count } = await tx.user.updateMany({ where: { id: userId }, data: { role } });
    return count > 0 ? { ok: true } : unknownUser;
  });
}

const unknownUser = { ok: false, reason: "unknown", message: "User not found." } as const;

async function refusalToDemote(tx: PrismaTransaction, userId: string): Promise<Exclude<Removal, { ok: true }> | null> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { role: true } });
  if (user === null) return unknownUser;
  if (user.role !== "admin" || (await tx.user.count({ where: { role: "admin" } })) > 1) return null;
  return { ok: false, reason: "last-admin", message: "This is the only admin: make somebody else an admin first." };
}
