import "server-only";
import { can } from "@/lib/access/permissions";
import type { ProjectionState } from "@/lib/api/schemas/projection-state";
import type { Viewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { countUnprojected, listFailed } from "@/lib/store/projections/unprojected";
import { toIso } from "@/lib/time/instant";

const mostFailed = 100;

/** How far the projector is behind the event log. */
export async function projectionState(viewer: Viewer): Promise<ProjectionState> {
  const failed = await listFailed(store(), viewer, mostFailed);
  return {
    unprojectedEvents: await countUnprojected(store()),
    failed: failed.map(({ failedAt, reason, ...conversation }) => ({
      ...conversation,
      // The database quotes values.
      reason: can(viewer, "personal") ? reason : "The database refused its data.",
      failedAt: toIso(failedAt),
    })),
  };
}
