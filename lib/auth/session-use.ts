import "server-only";
import { env } from "@/lib/env/env";
import { store } from "@/lib/store/connection/client";
import { deleteSession, noteSessionUse } from "@/lib/store/records/sessions";

interface UsedSession {
  id: string;
  /** When it was last used, accurate to {@link accuracyMs}. */
  updatedAt: Date;
}

const accuracyMs = 5 * 60 * 1000;

/** Sessions last used before this time have ended. */
export function idleSince(): Date {
  return new Date(Date.now() - env().sessionIdleHours * 60 * 60 * 1000);
}

/** Whether a session was idle for longer than `SESSION_IDLE_HOURS`; it is then removed. */
export async function isIdle({ id, updatedAt }: UsedSession): Promise<boolean> {
  if (updatedAt >= idleSince()) return false;
  await deleteSession(store(), { id });
  return true;
}

/** Records that a session is in use, without delaying the request. */
export function recordUse({ id, updatedAt }: UsedSession): void {
  if (Date.now() - updatedAt.getTime() < accuracyMs) return;
  // The database is busy: the next request tries again.
  noteSessionUse(store(), id, new Date()).catch(() => {});
}
