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
  /** The session of the request itself. */
  isCurrent: boolean;
}

/** Where the viewer is signed in, the newest first. */
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

/** Ends one of the viewer's sessions; `false` when there is none of this id. */
export async function revokeSession(viewer: UserViewer, id: string): Promise<boolean> {
  return deleteSession(store(), { id, userId: viewer.userId });
}

/** Signs the viewer out everywhere, here too. */
export async function revokeAllSessions(viewer: UserViewer): Promise<void> {
  await deleteSessions(store(), viewer.userId);
}
