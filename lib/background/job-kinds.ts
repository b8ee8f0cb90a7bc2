import "server-only";
import { erasureJob } from "@/lib/erasure/erasure-job";
import type { JobKind } from "@/lib/jobs/job-kind";
import { retentionJob } from "@/lib/retention/retention-job";
import type { JobId } from "@/lib/store/jobs/queue-job";

/** All kinds of jobs. */
export const jobKinds: readonly JobKind[] = [erasureJob, retentionJob];

/** Jobs that every installation has: each makes itself due again. */
export const recurringJobs: readonly JobId[] = [{ kind: retentionJob.name, key: "" }];
