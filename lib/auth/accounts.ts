import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { hashPassword } from "@/lib/auth/passwords/password";
import { passwordFault } from "@/lib/auth/passwords/password-fault";
import { store } from "@/lib/store/connection/client";
import { markApiTokensRevoked } from "@/lib/store/records/api-tokens";
import { insertPassword, setPasswordHash } from "@/lib/store/records/auth-accounts";
import { changeAccounts } from "@/lib/store/records/change-accounts";
import { inTransaction, type Records } from "@/lib/store/records/in-transaction";
import { deletePrivateViews } from "@/lib/store/records/saved-views";
import { deleteSessions } from "@/lib/store/records/sessions";
import {
  countUsers,
  deleteUser,
  findUser,
  findUserByEmail,
  insertUser,
  setUserRole,
  type UserRow,
} from "@/lib/store/records/users";
import type { Role } from "./viewer";

export interface NewAccount {
  name: string;
  email: string;
  password: string;
  role: Role;
}

/** Invalid account data: the field, and a sentence for the person who filled it in. */
export interface AccountFault {
  ok: false;
  reason: "name" | "email" | "password" | "taken";
  message: string;
}

/** Validates and normalizes account data: the e-mail in lower case, without surrounding spaces. */
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

/** Adds an account that can sign in. Callers must have checked the permission. */
export async function addAccount(input: NewAccount): Promise<{ ok: true; userId: string } | AccountFault> {
  const read = await readNewAccount(input);
  if (!read.ok) return read;
  const passwordHash = await hashPassword(read.account.password);
  return changeAccounts(store(), async (within) => {
    if ((await findUserByEmail(within, read.account.email)) !== null) {
      return { ok: false, reason: "taken", message: "There is already an account with this e-mail address." };
    }
    return { ok: true, userId: await insertAccount(within, read.account, passwordHash) };
  });
}

/** Inserts a user with a password. @returns the user's id */
export async function insertAccount(
  within: Records,
  { name, email, role }: Pick<NewAccount, "name" | "email" | "role">,
  passwordHash: string,
): Promise<string> {
  const id = randomUUID();
  await insertUser(within, { id, name, email, role });
  await insertPassword(within, id, passwordHash);
  return id;
}

/**
 * Sets a validated password and ends all of the user's sessions.
 *
 * @param revokedAt when the user's API tokens are revoked; null keeps them
 */
export async function setPassword(userId: string, password: string, revokedAt: bigint | null): Promise<void> {
  const passwordHash = await hashPassword(password);
  await inTransaction(store(), async (within) => {
    await setPasswordHash(within, userId, passwordHash);
    await deleteSessions(within, userId);
    if (revokedAt !== null) await markApiTokensRevoked(within, userId, revokedAt);
  });
}

export type Removal = { ok: true } | { ok: false; reason: "unknown" | "last-admin"; message: string };

/**
 * Removes an account with its sessions, private views and bookmarks, and revokes its API tokens. The last admin cannot be
 * removed. Shared views remain, without an owner.
 */
export async function removeAccount(userId: string, revokedAt: bigint): Promise<Removal> {
  return changeAccounts(store(), async (within) => {
    const user = await findUser(within, userId);
    if (user === null) return unknownUser;
    if (await isLastAdmin(within, user)) return lastAdmin;
    await markApiTokensRevoked(within, userId, revokedAt);
    await deletePrivateViews(within, userId);
    await deleteUser(within, userId);
    return { ok: true };
  });
}

/** Makes a user an admin or a member. The last admin cannot become a member. */
export async function changeRole(userId: string, role: Role): Promise<Removal> {
  return changeAccounts(store(), async (within) => {
    const user = await findUser(within, userId);
    if (user === null) return unknownUser;
    if (role !== "admin" && (await isLastAdmin(within, user))) return lastAdmin;
    await setUserRole(within, userId, role);
    return { ok: true };
  });
}

const unknownUser = { ok: false, reason: "unknown", message: "User not found." } as const;

const lastAdmin = {
  ok: false,
  reason: "last-admin",
  message: "This is the only admin. Make another user an admin first.",
} as const;

async function isLastAdmin(within: Records, { role }: UserRow): Promise<boolean> {
  return role === "admin" && (await countUsers(within, "admin")) === 1;
}
