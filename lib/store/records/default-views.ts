import "server-only";
import type { Records } from "./in-transaction";

/** The id of the view that a user's inbox opens with, or null. */
export async function readDefaultView({ records }: Records, userId: string): Promise<string | null> {
  const row = await records.defaultView.findUnique({ where: { userId } });
  return row?.viewId ?? null;
}

/** Sets a user's default view; null clears it. */
export async function setDefaultView({ records }: Records, userId: string, viewId: string | null): Promise<void> {
  if (viewId === null) await records.defaultView.deleteMany({ where: { userId } });
  else await records.defaultView.upsert({ where: { userId }, create: { userId, viewId }, update: { viewId } });
}
