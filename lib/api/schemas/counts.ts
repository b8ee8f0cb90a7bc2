import { z } from "zod";

/**
 * `GET /counts`: how many conversations the inbox's tabs have under the other filters. `status` is ignored, and so is
 * `assignee=none`, because they are what the tabs themselves set. `unassigned` are open ones. They are
 * exact where `countedAtMost` is null. A search for texts counts only the latest `countedAtMost` conversations: where `all` is
 * equal to it, each is a lower bound.
 */
export const counts = z.object({
  open: z.int(),
  unassigned: z.int(),
  closed: z.int(),
  all: z.int(),
  countedAtMost: z.int().nullable(),
});

export type Counts = z.infer<typeof counts>;
