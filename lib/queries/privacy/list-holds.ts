import "server-only";
import { can } from "@/lib/access/permissions";
import type { Hold } from "@/lib/api/schemas/privacy/hold";
import { requirePermissionForAll } from "@/lib/auth/require-whole-scope";
import type { Viewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { listHolds as readHolds } from "@/lib/store/erasure/holds";
import { subjectTypeOf } from "@/lib/store/erasure/subject";
import { toIso } from "@/lib/time/instant";

/**
 * All legal holds, newest first.
 *
 * @throws AppError forbidden without the permission `privacy`, or with a scope
 */
export async function listHolds(viewer: Viewer): Promise<{ data: Hold[] }> {
  requirePermissionForAll(viewer, "privacy");
  const seesPersonal = can(viewer, "personal");
  const holds = await readHolds(store());
  return {
    data: holds.map(({ id, subjectType, subjectKey, name, reason, madeBy, createdAt }) => ({
      ...{ id, madeBy },
      subject: {
        type: subjectTypeOf(subjectType),
        key: subjectKey,
        name: seesPersonal ? name : null,
      },
      reason: seesPersonal ? reason : null,
      createdAt: toIso(createdAt),
    })),
  };
}
