import { z } from "zod";

/** The answer of `GET /api/ready`, with status 200 or 503. */
export const readinessAnswer = z.discriminatedUnion("status", [
  z.object({ status: z.literal("ready") }),
  z.object({ status: z.literal("not ready"), reason: z.string() }),
]);

export type ReadinessAnswer = z.infer<typeof readinessAnswer>;
