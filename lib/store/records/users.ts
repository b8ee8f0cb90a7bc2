import "server-only";
import type { Records } from "./in-transaction";
import type { SessionStarts } from "./sessions";

export interface UserRow {
  id: string;
  name: string;
  /** Lower case. */
  email: string;
  role: string;
  /** JSON: lib/access/stored-access; null is everything. */
  scope: string | null;
  createdAt: Date;
}

/** A user, and whether they have a second factor. */
export interface ProtectedUserRow extends UserRow {
  twoFactorEnabled: boolean | null;
}

/** A user as listed: with what their sessions tell. */
export interface ListedUserRow extends UserRow {
  /** Accurate to minutes; null if never. */
  lastSeenAt: Date | null;
  /** Number of sessions that have not ended. */
  sessionCount: number;
  hasSecondFactor: boolean;
}

const columns = { id: true, name: true, email: true, role: true, scope: true, createdAt: true } as const;

/** All users, oldest account first. Sessions from before `starts` have ended. */
export async function readUsers({ records }: Records, starts: SessionStarts): Promise<ListedUserRow[]> {
  const rows = await records.user.findMany({
    select: {
      ...columns,
      lastSeenAt: true,
      twoFactorEnabled: true,
      sessions: { select: { createdAt: true, updatedAt: true, expiresAt: true } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ sessions, lastSeenAt, twoFactorEnabled, ...user }) => {
    const uses = [...(lastSeenAt === null ? [] : [lastSeenAt]), ...sessions.map(({ updatedAt }) => updatedAt)];
    const { createdSince, usedSince } = starts;
    const open = sessions.filter(
      ({ createdAt, updatedAt, expiresAt }) =>
        createdAt >= createdSince && updatedAt >= usedSince && expiresAt > new Date(),
    );
    return {
      ...user,
      lastSeenAt: latestOf(uses),
      sessionCount: open.length,
      hasSecondFactor: twoFactorEnabled === true,
    };
  });
}

function latestOf(times: readonly Date[]): Date | null {
  return times.length === 0 ? null : new Date(Math.max(...times.map((time) => time.getTime())));
}

/** The names of all users, by id. */
export async function readUserNames({ records }: Records): Promise<Map<string, string>> {
  const rows = await records.user.findMany({ select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** How many users there are; with `role`, how many have that role. */
export async function countUsers({ records }: Records, role?: string): Promise<number> {
  return records.user.count({ where: role === undefined ? {} : { role } });
}

/** How many admins have the whole scope. */
export async function countWholeAdmins({ records }: Records): Promise<number> {
  return records.user.count({ where: { role: "admin", scope: null } });
}

export async function findUser({ records }: Records, id: string): Promise<UserRow | null> {
  return records.user.findUnique({ where: { id }, select: columns });
}

/** The users with these ids. */
export async function findUsers({ records }: Records, ids: readonly string[]): Promise<ProtectedUserRow[]> {
  const where = { id: { in: [...ids] } };
  return records.user.findMany({ where, select: { ...columns, twoFactorEnabled: true } });
}

/** The user with this e-mail address (lower case), or null. */
export async function findUserByEmail({ records }: Records, email: string): Promise<UserRow | null> {
  return records.user.findUnique({ where: { email }, select: columns });
}

/** Adds a user, who cannot sign in yet. */
export async function insertUser(
  { records }: Records,
  user: Pick<UserRow, "id" | "name" | "email" | "role"> & { scope?: string | null },
): Promise<void> {
  await records.user.create({ data: user });
}

/** Changes a user's role or scope; does nothing if there is no user with this id. */
export async function updateUser(
  { records }: Records,
  id: string,
  change: Partial<Pick<UserRow, "role" | "scope">>,
): Promise<void> {
  await records.user.updateMany({ where: { id }, data: change });
}

/** Marks a user's e-mail address as verified by the identity provider. */
export async function setEmailVerified({ records }: Records, id: string): Promise<void> {
  await records.user.updateMany({ where: { id }, data: { emailVerified: true } });
}

/** Deletes a user together with their sessions, sign-in accounts, bookmarks and default view; their views lose their owner. */
export async function deleteUser({ records }: Records, id: string): Promise<void> {
  await records.user.delete({ where: { id } });
}
