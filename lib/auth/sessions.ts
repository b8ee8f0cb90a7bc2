import "server-only";
import { audit } from "@/lib/audit/audit";
import { readSecurity } from "@/lib/auth/security/security-settings";
import { store } from "@/lib/store/connection/client";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { deleteSession, deleteSessions, readSessions } from "@/lib/store/records/sessions";
import { actorOf } from "./actor-of";
import { sessionStarts } from "./session-use";
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
  const rows = await readSessions(store(), viewer.userId, sessionStarts(await readSecurity()));
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
  return inTransaction(store(), async (within) => {
    const isEnded = await deleteSession(within, { id, userId: viewer.userId });
    if (isEnded) await audit(within, actorOf(viewer), { action: "session.revoke", subject: { type: "session", id } });
    return isEnded;
  });
}

/** Ends all of the viewer's sessions, including the current one. */
export async function revokeAllSessions(viewer: UserViewer): Promise<void> {
  await inTransaction(store(), async (within) => {
    await deleteSessions(within, viewer.userId);
    await audit(within, actorOf(viewer), {
      action: "session.revoke",
      subject: { type: "user", id: viewer.userId },
      detail: { sessions: "all" },
    });
  });
}
