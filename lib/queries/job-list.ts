import "server-only";
import type { JobList } from "@/lib/api/schemas/jobs";
import { requirePermissionForAll } from "@/lib/auth/require-whole-scope";
import type { Viewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { type ListedJob, listJobs } from "@/lib/store/jobs/list-jobs";
import { now, toIso } from "@/lib/time/instant";

const mostJobs = 200;

/** The jobs of this installation. @throws AppError forbidden */
export async function jobList(viewer: Viewer): Promise<JobList> {
  requirePermissionForAll(viewer, "operate");
  const jobs = await listJobs(store(), mostJobs);
  return {
    data: jobs.map((job) => ({
      kind: job.kind,
      key: job.key,
      state: stateOf(job),
      dueAt: toIso(job.dueAt),
      attempts: job.attempts,
      error: job.error,
      changedAt: toIso(job.changedAt),
    })),
  };
}

function stateOf({ state, leaseUntil }: ListedJob): JobList["data"][number]["state"] {
  if (state === "done" || state === "dead") return state;
  return leaseUntil > now() ? "running" : "waiting";
}
