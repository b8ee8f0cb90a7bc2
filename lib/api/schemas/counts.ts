import { z } from "zod";

/**
 * `GET /counts`: how many conversations the inbox's tabs have under the other filters. `status` is ignored, and so is
 * `assignee=none`, because they are what the tabs themselves set. `unassigned` are open ones. Each is exact
 * below `countedAtMost`; one that is equal to it means so many or more.
 */
export const counts = z.object({
  open: z.int(),
  unassigned: z.int(),
  closed: z.int(),
  all: z.int(),
  countedAtMost: z.int(),
});

export type Counts = z.infer<typeof counts>;
