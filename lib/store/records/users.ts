import "server-only";
import type { Records } from "./in-transaction";

export interface UserRow {
  id: string;
  name: string;
  /** Lower case. */
  email: string;
  role: string;
  createdAt: Date;
}

const columns = { id: true, name: true, email: true, role: true, createdAt: true } as const;

/** All users, oldest account first. */
export async function readUsers({ records }: Records): Promise<UserRow[]> {
  return records.user.findMany({ select: columns, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
}

/** How many users there are; with `role`, how many have that role. */
export async function countUsers({ records }: Records, role?: string): Promise<number> {
  return records.user.count({ where: role === undefined ? {} : { role } });
}

export async function findUser({ records }: Records, id: string): Promise<UserRow | null> {
  return records.user.findUnique({ where: { id }, select: columns });
}

/** The user with this e-mail address (lower case), or null. */
export async function findUserByEmail({ records }: Records, email: string): Promise<UserRow | null> {
  return records.user.findUnique({ where: { email }, select: columns });
}

/** Adds a user, who cannot sign in yet. */
export async function insertUser(
  { records }: Records,
  user: Pick<UserRow, "id" | "name" | "email" | "role">,
): Promise<void> {
  await records.user.create({ data: user });
}

/** Changes a user's role; does nothing if there is no user with this id. */
export async function setUserRole({ records }: Records, id: string, role: string): Promise<void> {
  await records.user.updateMany({ where: { id }, data: { role } });
}

/** Deletes a user together with their sessions, sign-in accounts, bookmarks and default view; their views lose their owner. */
export async function deleteUser({ records }: Records, id: string): Promise<void> {
  await records.user.delete({ where: { id } });
}
