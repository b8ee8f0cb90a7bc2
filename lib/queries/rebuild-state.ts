import "server-only";
import type { RebuildState } from "@/lib/api/schemas/rebuild";
import type { Viewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { rebuildProgress } from "@/lib/store/projections/rebuild/rebuild-progress";

/** Progress of rebuilds; no entry for a projection that is up to date. */
export async function rebuildState(_viewer: Viewer): Promise<RebuildState> {
  return { data: await rebuildProgress(store()) };
}
