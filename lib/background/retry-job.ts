import "server-only";
import { audit } from "@/lib/audit/audit";
import { actorOf } from "@/lib/auth/actor-of";
import { requirePermissionForAll } from "@/lib/auth/require-whole-scope";
import type { UserViewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { retryJob } from "@/lib/store/jobs/list-jobs";
import type { JobId } from "@/lib/store/jobs/queue-job";
import { inTransaction } from "@/lib/store/records/in-transaction";

/** Lets a dead job continue; `false` if there is none. @throws AppError forbidden */
export async function retryDeadJob(viewer: UserViewer, { kind, key }: JobId): Promise<boolean> {
  requirePermissionForAll(viewer, "operate");
  return inTransaction(store(), async (within) => {
    const isRetried = await retryJob(within, { kind, key });
    if (isRetried) {
      await audit(within, actorOf(viewer), {
        action: "job.retry",
        subject: { type: "job", id: `${kind} ${key}`.trim() },
      });
    }
    return isRetried;
  });
}
