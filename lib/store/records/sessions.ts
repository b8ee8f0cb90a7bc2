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

const columns = { id: true, createdAt: true, expiresAt: true, ipAddress: true, userAgent: true } as const;

/** A user's sessions that have not expired and were used since `idleSince`, newest first. */
export async function readSessions({ records }: Records, userId: string, idleSince: Date): Promise<SessionRow[]> {
  return records.session.findMany({
    where: { userId, ...activeSince(idleSince) },
    select: columns,
    orderBy: { createdAt: "desc" },
  });
}

/** Which of these sessions have not expired and were used since `idleSince`. */
export async function findActiveSessions(
  { records }: Records,
  ids: readonly string[],
  idleSince: Date,
): Promise<string[]> {
  const where = { id: { in: [...ids] }, ...activeSince(idleSince) };
  const rows = await records.session.findMany({ where, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Records when a session was last used. */
export async function noteSessionUse({ records }: Records, id: string, usedAt: Date): Promise<void> {
  await records.session.updateMany({ where: { id }, data: { updatedAt: usedAt } });
}

/** Deletes a session; with `userId`, only one of that user. `false` if there is none. */
export async function deleteSession(
  { records }: Records,
  { id, userId }: { id: string; userId?: string },
): Promise<boolean> {
  const { count } = await records.session.deleteMany({ where: userId === undefined ? { id } : { id, userId } });
  return count > 0;
}

/** Deletes all sessions of a user. */
export async function deleteSessions({ records }: Records, userId: string): Promise<void> {
  await records.session.deleteMany({ where: { userId } });
}

function activeSince(idleSince: Date) {
  return { expiresAt: { gt: new Date() }, updatedAt: { gte: idleSince } } satisfies Prisma.SessionWhereInput;
}
