import { z } from "zod";

const count = z.int().default(0);

/** What a rebuild has processed and changed so far. */
export const rebuildReport = z.object({
  events: z.object({ done: count, changed: count, newlyRecognised: count, noLongerRecognised: count }).prefault({}),
  conversations: z.object({ done: count, changed: count }).prefault({}),
  /** How many events of each kind became recognized. The kind is the event's type; for messages, with the message's type. */
  newKinds: z.record(z.string(), z.int()).default({}),
});

export type RebuildReport = z.output<typeof rebuildReport>;
