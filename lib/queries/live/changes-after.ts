import "server-only";
import type { Changes } from "@/lib/api/schemas/changes";
import type { Viewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { readChanges, readCursor, type StoredChanges } from "@/lib/store/reads/read-changes";

/** What was stored in the viewer's scope after `after`; without it, the current cursor. */
export async function changesAfter(viewer: Viewer, after: string | undefined): Promise<Changes> {
  if (after === undefined) return { cursor: String(await readCursor(store())), conversationKeys: [], events: 0 };
  return changesOf(await readChanges(store(), viewer, BigInt(after)));
}

/** Converts changes to the API's format. */
export function changesOf({ cursor, conversationKeys, events }: StoredChanges): Changes {
  return { cursor: String(cursor), conversationKeys, events };
}
