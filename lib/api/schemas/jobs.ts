import { z } from "zod";

export const jobId = z.strictObject({
  kind: z.string().min(1).max(100),
  key: z.string().max(500).describe("Distinguishes jobs of one kind."),
});

/** `GET /settings/jobs`. Times are ISO 8601 UTC. */
export const jobList = z.object({
  data: z.array(
    z.object({
      kind: z.string(),
      key: z.string(),
      state: z.enum(["waiting", "running", "done", "dead"]),
      dueAt: z.string(),
      attempts: z.int().describe("Failures since it last went on."),
      error: z.string().nullable().describe("The message of the last failure."),
      changedAt: z.string(),
    }),
  ),
});

export type JobList = z.infer<typeof jobList>;
