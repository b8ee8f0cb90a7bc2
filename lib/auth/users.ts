import "server-only";
import { readableCode } from "@/lib/auth/passwords/readable-code";
import { store } from "@/lib/store/connection/client";
import { findUser, readUsers } from "@/lib/store/records/users";
import { now } from "@/lib/time/instant";
import { type AccountFault, addAccount, changeRole, type Removal, removeAccount, setPassword } from "./accounts";
import { requireAdmin } from "./require-admin";
import type { Role, UserViewer } from "./viewer";

export interface UserSummary {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** ISO 8601. */
  createdAt: string;
}

/** All users, oldest account first. @throws AppError forbidden */
export async function listUsers(viewer: UserViewer): Promise<UserSummary[]> {
  requireAdmin(viewer);
  const rows = await readUsers(store());
  return rows.map(({ id, name, email, role, createdAt }) => ({
    id,
    name,
    email,
    role: role === "admin" ? "admin" : "member",
    createdAt: createdAt.toISOString(),
  }));
}

/** Adds a user with a generated password, which is returned only here. @throws AppError forbidden */
export async function addUser(
  viewer: UserViewer,
  input: { name: string; email: string; role: Role },
): Promise<{ ok: true; userId: string; password: string } | AccountFault> {
  requireAdmin(viewer);
  const password = readableCode(4);
  const added = await addAccount({ ...input, password });
  return added.ok ? { ...added, password } : added;
}

/**
 * Generates a new password for a user, ends their sessions and revokes their API tokens, which may have been created by anyone
 * who knew the old password. `null` if there is no user with this id. @throws AppError forbidden
 */
export async function resetPassword(viewer: UserViewer, userId: string): Promise<{ password: string } | null> {
  requireAdmin(viewer);
  if ((await findUser(store(), userId)) === null) return null;
  const password = readableCode(4);
  await setPassword(userId, password, now());
  return { password };
}

/** @throws AppError forbidden */
export async function setRole(viewer: UserViewer, userId: string, role: Role): Promise<Removal> {
  requireAdmin(viewer);
  return changeRole(userId, role);
}

/** @throws AppError forbidden */
export async function removeUser(viewer: UserViewer, userId: string): Promise<Removal> {
  requireAdmin(viewer);
  return removeAccount(userId, now());
}
