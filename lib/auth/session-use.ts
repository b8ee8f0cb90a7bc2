import "server-only";
import type { SecuritySettings } from "@/lib/auth/security/security-settings";
import { store } from "@/lib/store/connection/client";
import { deleteSession, noteSessionUse, type SessionStarts } from "@/lib/store/records/sessions";

interface UsedSession {
  id: string;
  createdAt: Date;
  /** When it was last used, accurate to {@link accuracyMs}. */
  updatedAt: Date;
}

const accuracyMs = 5 * 60 * 1000;
const hourMs = 60 * 60 * 1000;

/** Sessions that began or were last used before these times have ended. */
export function sessionStarts({ sessionIdleHours, sessionHours }: SecuritySettings): SessionStarts {
  const ago = (hours: number) => new Date(Date.now() - hours * hourMs);
  return { usedSince: ago(sessionIdleHours), createdSince: ago(sessionHours) };
}

/** Whether a session is older than Settings allow, or was idle for too long; it is then removed. */
export async function hasEnded(
  { id, createdAt, updatedAt }: UsedSession,
  security: SecuritySettings,
): Promise<boolean> {
  const { usedSince, createdSince } = sessionStarts(security);
  if (updatedAt >= usedSince && createdAt >= createdSince) return false;
  await deleteSession(store(), { id });
  return true;
}

/** Records that a session is in use, without delaying the request. */
export function recordUse({ id, updatedAt }: UsedSession): void {
  if (Date.now() - updatedAt.getTime() < accuracyMs) return;
  // The database is busy: the next request tries again.
  noteSessionUse(store(), id, new Date()).catch(() => {});
}
