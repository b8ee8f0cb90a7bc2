import "server-only";
import type { ProjectionState } from "@/lib/api/schemas/projection-state";
import type { Viewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { countUnprojected, listFailed } from "@/lib/store/projections/unprojected";
import { toIso } from "@/lib/time/instant";

const mostFailed = 100;

/** How far the projector is behind the event log. */
export async function projectionState(_viewer: Viewer): Promise<ProjectionState> {
  const failed = await listFailed(store(), mostFailed);
  return {
    unprojectedEvents: await countUnprojected(store()),
    failed: failed.map(({ failedAt, ...conversation }) => ({ ...conversation, failedAt: toIso(failedAt) })),
  };
}
