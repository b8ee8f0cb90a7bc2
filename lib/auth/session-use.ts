import "server-only";
import { env } from "@/lib/env/env";
import { store } from "@/lib/store/connection/client";
import { deleteSession, noteSessionUse } from "@/lib/store/records/sessions";

interface UsedSession {
  id: string;
  /** When it was last used, give or take {@link accuracyMs}. */
  updatedAt: Date;
}

const accuracyMs = 5 * 60 * 1000;

/** Sessions that were last used before this moment have ended. */
export function idleSince(): Date {
  return new Date(Date.now() - env().sessionIdleHours * 60 * 60 * 1000);
}

/** Whether a session was unused for longer than `SESSION_IDLE_HOURS`; then it is removed. */
export async function isIdle({ id, updatedAt }: UsedSession): Promise<boolean> {
  if (updatedAt >= idleSince()) return false;
  await deleteSession(store(), { id });
  return true;
}

/** Writes down that a session is in use, without keeping the request waiting. */
export function noteUse({ id, updatedAt }: UsedSession): void {
  if (Date.now() - updatedAt.getTime() < accuracyMs) return;
  // The database is too busy: the next request tries again.
  noteSessionUse(store(), id, new Date()).catch(() => {});
}
