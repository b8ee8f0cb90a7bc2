import "server-only";
import type { Prisma } from "@/prisma/generated/sqlite/client";
import type { Records } from "./in-transaction";

export interface SessionRow {
  id: string;
  createdAt: Date;
  expiresAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
}

/** Sessions that began or were last used before these times have ended. */
export interface SessionStarts {
  createdSince: Date;
  usedSince: Date;
}

const columns = { id: true, createdAt: true, expiresAt: true, ipAddress: true, userAgent: true } as const;

/** A user's sessions that have not ended, newest first. */
export async function readSessions({ records }: Records, userId: string, starts: SessionStarts): Promise<SessionRow[]> {
  return records.session.findMany({
    where: { userId, ...activeSince(starts) },
    select: columns,
    orderBy: { createdAt: "desc" },
  });
}

/** Those of these sessions that have not ended, each with the role and scope of its user. */
export async function findActiveSessions(
  { records }: Records,
  ids: readonly string[],
  starts: SessionStarts,
): Promise<{ id: string; user: { role: string; scope: string | null } }[]> {
  const where = { id: { in: [...ids] }, ...activeSince(starts) };
  return records.session.findMany({ where, select: { id: true, user: { select: { role: true, scope: true } } } });
}

/** Records when a session, and with it its user, was last active. */
export async function noteSessionUse({ records }: Records, id: string, usedAt: Date): Promise<void> {
  await records.session.updateMany({ where: { id }, data: { updatedAt: usedAt } });
  await records.user.updateMany({ where: { sessions: { some: { id } } }, data: { lastSeenAt: usedAt } });
}

/** Deletes a session; with `userId`, only one of that user. `false` if there is none. */
export async function deleteSession(
  { records }: Records,
  { id, userId }: { id: string; userId?: string },
): Promise<boolean> {
  const { count } = await records.session.deleteMany({ where: userId === undefined ? { id } : { id, userId } });
  return count > 0;
}

/** Deletes all sessions of a user, except one if given. */
export async function deleteSessions(
  { records }: Records,
  userId: string,
  exceptId: string | null = null,
): Promise<void> {
  await records.session.deleteMany({ where: { userId, ...(exceptId !== null && { id: { not: exceptId } }) } });
}

/** Deletes the sessions of all users, except one. */
export async function deleteAllSessions({ records }: Records, exceptId: string): Promise<void> {
  await records.session.deleteMany({ where: { id: { not: exceptId } } });
}

function activeSince({ createdSince, usedSince }: SessionStarts) {
  const used = { createdAt: { gte: createdSince }, updatedAt: { gte: usedSince } };
  return { expiresAt: { gt: new Date() }, ...used } satisfies Prisma.SessionWhereInput;
}
