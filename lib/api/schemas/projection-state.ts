import { z } from "zod";

/** `GET /projection`: events that are stored but not shown in lists and pages yet. */
export const projectionState = z.object({
  unprojectedEvents: z
    .int()
    .describe("Events that were just stored, and events of conversations that cannot be projected."),
  failed: z
    .array(z.object({ conversationKey: z.string(), reason: z.string(), failedAt: z.string() }))
    .describe(
      "Conversations that cannot be projected because the database refused a row, latest first. They are retried every minute.",
    ),
});

export type ProjectionState = z.infer<typeof projectionState>;
