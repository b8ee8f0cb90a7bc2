import { z } from "zod";

/** `GET /projection`: what is in the event log and cannot be seen in lists and pages yet. */
export const projectionState = z.object({
  unprojectedEvents: z.int().describe("Events that were stored a moment ago, and events of failed conversations."),
  failed: z
    .array(z.object({ conversationKey: z.string(), reason: z.string(), failedAt: z.string() }))
    .describe(
      "Conversations of which the database refused a row, the latest first. They are tried again every minute.",
    ),
});

export type ProjectionState = z.infer<typeof projectionState>;
