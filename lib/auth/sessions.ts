import "server-only";
import { store } from "@/lib/store/connection/client";
import { deleteSession, deleteSessions, readSessions } from "@/lib/store/records/sessions";
import { idleSince } from "./session-use";
import type { UserViewer } from "./viewer";

export interface SessionSummary {
  id: string;
  /** ISO 8601. */
  signedInAt: string;
  expiresAt: string;
  address: string | null;
  userAgent: string | null;
  /** The session of this request. */
  isCurrent: boolean;
}

/** The viewer's sessions that are neither expired nor idle, newest first. */
export async function listSessions(viewer: UserViewer): Promise<SessionSummary[]> {
  const rows = await readSessions(store(), viewer.userId, idleSince());
  return rows.map(({ id, createdAt, expiresAt, ipAddress, userAgent }) => ({
    id,
    signedInAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    address: ipAddress || null,
    userAgent: userAgent || null,
    isCurrent: id === viewer.sessionId,
  }));
}

/** Ends one of the viewer's sessions; `false` if there is none with this id. */
export async function revokeSession(viewer: UserViewer, id: string): Promise<boolean> {
  return deleteSession(store(), { id, userId: viewer.userId });
}

/** Ends all of the viewer's sessions, including the current one. */
export async function revokeAllSessions(viewer: UserViewer): Promise<void> {
  await deleteSessions(store(), viewer.userId);
}
